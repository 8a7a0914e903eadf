# The same tests on a machine that differs in all that must not matter: another font, a German user, a doubled screen,
# another time zone. tst_elsewhere sees to it that it does differ.
# iotbench_run_elsewhere(TEST): has the test run there.
function(iotbench_run_elsewhere test)
    set_tests_properties(${test} PROPERTIES LABELS gui-elsewhere FIXTURES_REQUIRED elsewhere)
    set_property(TEST ${test} APPEND PROPERTY ENVIRONMENT
        FONTCONFIG_FILE=${PROJECT_SOURCE_DIR}/tests/data/fonts/one_family.conf
        ${IOTBENCH_ELSEWHERE} LANGUAGE=de QT_SCALE_FACTOR=2)
endfunction()
