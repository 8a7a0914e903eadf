# Read by CPack between staging and packing: adds what Debian wants in every package and compresses what it wants
# compressed. Works on the staged folders, one for each component.
function(compressed text file)
    file(WRITE ${file} "${text}")
    execute_process(COMMAND gzip -9nf ${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

set(source ${CPACK_IOTBENCH_SOURCE_DIR})
file(READ ${source}/CHANGELOG.md changes)

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER ${component} COMPONENT)
    set(package ${CPACK_DEBIAN_${COMPONENT}_PACKAGE_NAME})
    set(share ${CPACK_TEMPORARY_DIRECTORY}/${component}${CPACK_PACKAGING_INSTALL_PREFIX}/share)
    set(documents ${share}/doc/${package})

    compressed("${changes}" ${documents}/changelog)
    compressed("${package} (${IOTBENCH_PACKAGE_VERSION}) unstable; urgency=low

  * Packed by the project itself; changelog.gz says what changed.

 -- ${CPACK_PACKAGE_CONTACT}  ${IOTBENCH_PACKAGE_DATE}
" ${documents}/changelog.Debian)

    configure_file(${source}/NOTICE ${documents}/NOTICE COPYONLY)
    set(IOTBENCH_HOMEPAGE ${CPACK_PACKAGE_HOMEPAGE_URL})
    set(IOTBENCH_CONTACT ${CPACK_PACKAGE_CONTACT})
    set(copyright ${CMAKE_CURRENT_LIST_DIR}/copyright-${component}.in)
    if(component STREQUAL iotbench AND NOT CPACK_IOTBENCH_GUI)
        set(copyright ${CMAKE_CURRENT_LIST_DIR}/copyright-headless.in)
    elseif(NOT EXISTS ${copyright})
        set(copyright ${CMAKE_CURRENT_LIST_DIR}/copyright-own.in)
    endif()
    configure_file(${copyright} ${documents}/copyright @ONLY)

    file(GLOB pages ${share}/man/man1/*.1)
    foreach(page IN LISTS pages)
        execute_process(COMMAND gzip -9nf ${page} COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
endforeach()
