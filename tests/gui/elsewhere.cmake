# The same tests on a machine that differs in all that must not matter: another font, a German user, a doubled screen,
# another time zone. tst_elsewhere sees to it that it does differ.
find_program(IOTBENCH_LOCALEDEF localedef REQUIRED)
set(locales ${CMAKE_CURRENT_BINARY_DIR}/locales)
file(MAKE_DIRECTORY ${locales})
# Made in the build folder, which takes no rights.
add_test(NAME elsewhere_locale COMMAND ${IOTBENCH_LOCALEDEF} -i de_DE -f UTF-8 ${locales}/de_DE.UTF-8)
set_tests_properties(elsewhere_locale PROPERTIES FIXTURES_SETUP elsewhere LABELS gui-elsewhere)

# iotbench_run_elsewhere(TEST): has the test run there.
function(iotbench_run_elsewhere test)
    set_tests_properties(${test} PROPERTIES LABELS gui-elsewhere FIXTURES_REQUIRED elsewhere)
    set_property(TEST ${test} APPEND PROPERTY ENVIRONMENT
        FONTCONFIG_FILE=${PROJECT_SOURCE_DIR}/tests/data/fonts/one_family.conf
        LOCPATH=${locales} LC_ALL=de_DE.UTF-8 LANGUAGE=de QT_SCALE_FACTOR=2 "TZ=<+0545>-5:45")
endfunction()
