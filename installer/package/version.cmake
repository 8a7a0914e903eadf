# Read when the build folder of packages is configured, and by CPack before it packs: the version of the packages, which
# is the project's and the state of the source. The last release is below every build after it, that below each later one,
# and all are below the next release:
#   0.1.0-1~deb12                               the commit with the tag v0.1.0
#   0.2.0~git20261124153000.0123456-1~…         one after it, by its time in UTC; the release to come is the project's
#                                               version, or the next minor one where that has its tag already
#   0.2.0~git20261124153000.0123456+modified-…  the same with files that differ from the commit
# That leaves file names as short as lintian wants them.
# A release whose maintainer, homepage or AppStream id is still a placeholder is refused.
# Sets IOTBENCH_PACKAGE_DATE too, the time of the commit as Debian's changelogs write it.
function(ask_git answer)
    execute_process(COMMAND ${CMAKE_COMMAND} -E env TZ=UTC
            git --no-optional-locks -C ${CPACK_IOTBENCH_SOURCE_DIR} ${ARGN}
        OUTPUT_VARIABLE said OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
    if(failed)
        set(said "")
    endif()
    set(${answer} "${said}" PARENT_SCOPE)
endfunction()

set(version ${CPACK_IOTBENCH_VERSION})
ask_git(tag describe --tags --match v${version})
ask_git(commit log -1 --date=format-local:%Y%m%d%H%M%S --abbrev=7 --format=~git%cd.%h)
ask_git(changes status --porcelain --untracked-files=no)
ask_git(IOTBENCH_PACKAGE_DATE log -1 --format=%cD)
if(NOT IOTBENCH_PACKAGE_DATE) # a tarball
    string(TIMESTAMP IOTBENCH_PACKAGE_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
endif()

if(commit AND (changes OR NOT tag STREQUAL "v${version}"))
    if(tag)
        string(REGEX MATCH "^([0-9]+)\\.([0-9]+)" numbers ${version})
        math(EXPR minor "${CMAKE_MATCH_2} + 1")
        set(version ${CMAKE_MATCH_1}.${minor}.0)
    endif()
    string(APPEND version ${commit})
    if(changes)
        string(APPEND version "+modified")
    endif()
else()
    foreach(fact CPACK_PACKAGE_CONTACT CPACK_PACKAGE_HOMEPAGE_URL CPACK_IOTBENCH_APPSTREAM_ID)
        if("${${fact}}" MATCHES "\\.example([/>]|$)|^example\\.")
            message(FATAL_ERROR "Version ${version} is a release, and this is a placeholder: ${${fact}}. "
                "CMakeLists.txt sets maintainer, homepage and AppStream id.")
        endif()
    endforeach()
endif()

# One version a distribution, the later one higher, so that an upgrade of the system replaces the package.
cmake_host_system_information(RESULT distribution QUERY DISTRIB_INFO)
set(CPACK_DEBIAN_PACKAGE_VERSION ${version})
string(REGEX REPLACE "^debian" "deb" distribution "${distribution_ID}${distribution_VERSION_ID}")
set(CPACK_DEBIAN_PACKAGE_RELEASE "1~${distribution}")
set(IOTBENCH_PACKAGE_VERSION "${CPACK_DEBIAN_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}")

# What belongs together is of one build. The program without the window stands in for the one with it.
set(program "iotbench (= ${IOTBENCH_PACKAGE_VERSION})")
set(CPACK_DEBIAN_IOTBENCH_PACKAGE_DEPENDS "iotbench-data (= ${IOTBENCH_PACKAGE_VERSION})")
if(NOT CPACK_IOTBENCH_GUI)
    set(CPACK_DEBIAN_IOTBENCH_PACKAGE_PROVIDES "${program}")
endif()
set(CPACK_DEBIAN_OPENVINO_PACKAGE_DEPENDS "${program}")
set(CPACK_DEBIAN_ONNXRUNTIME_PACKAGE_DEPENDS "${program}")
set(CPACK_DEBIAN_SPARK_PACKAGE_DEPENDS "${program}, python3:any")
