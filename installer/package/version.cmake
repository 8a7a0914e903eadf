# Read by CPack before it packs: the version of the packages, which is the project's and the state of the source:
#   0.1.0-1~debian12                         a commit with the tag v0.1.0
#   0.1.0+git20261124.0123456789ab-1~…       any other; +modified follows where files differ from the commit
# Sets IOTBENCH_PACKAGE_DATE too, the day of the commit as Debian's changelogs write it.
function(ask_git answer)
    execute_process(COMMAND git --no-optional-locks -C ${CPACK_IOTBENCH_SOURCE_DIR} ${ARGN}
        OUTPUT_VARIABLE said OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
    if(failed)
        set(said "")
    endif()
    set(${answer} "${said}" PARENT_SCOPE)
endfunction()

ask_git(tag describe --tags --exact-match --match v${CPACK_IOTBENCH_VERSION})
ask_git(commit log -1 --date=format:%Y%m%d --abbrev=12 --format=+git%cd.%h)
ask_git(changes status --porcelain --untracked-files=no)
ask_git(IOTBENCH_PACKAGE_DATE log -1 --format=%cD)
if(NOT IOTBENCH_PACKAGE_DATE) # a tarball
    string(TIMESTAMP IOTBENCH_PACKAGE_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
endif()

set(version ${CPACK_IOTBENCH_VERSION})
if(NOT tag)
    string(APPEND version "${commit}")
endif()
if(changes)
    string(APPEND version "+modified")
endif()
# One version a distribution, the later one higher, so that an upgrade of the system replaces the package.
cmake_host_system_information(RESULT distribution QUERY DISTRIB_INFO)
set(CPACK_DEBIAN_PACKAGE_VERSION ${version})
set(CPACK_DEBIAN_PACKAGE_RELEASE "1~${distribution_ID}${distribution_VERSION_ID}")
set(IOTBENCH_PACKAGE_VERSION "${CPACK_DEBIAN_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}")
set(CPACK_DEBIAN_OPENVINO_PACKAGE_DEPENDS "iotbench (= ${IOTBENCH_PACKAGE_VERSION})")
set(CPACK_DEBIAN_ONNXRUNTIME_PACKAGE_DEPENDS "iotbench (= ${IOTBENCH_PACKAGE_VERSION})")
set(CPACK_DEBIAN_SPARK_PACKAGE_DEPENDS "iotbench (= ${IOTBENCH_PACKAGE_VERSION}), python3:any")
