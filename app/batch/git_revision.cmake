# Writes HEADER with the git revision of SOURCE_DIR, when it has changed since. Run at build time:
#   cmake -DSOURCE_DIR=… -DHEADER=… -P git_revision.cmake
# "unknown" without git, from a tarball, or where SOURCE_DIR only lies inside another repository.
set(revision "unknown")
find_program(git git)
if(git)
    execute_process(COMMAND ${git} -C ${SOURCE_DIR} rev-parse --show-toplevel
        OUTPUT_VARIABLE top OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
    file(REAL_PATH ${SOURCE_DIR} source)
    if(NOT failed AND top STREQUAL source)
        execute_process(COMMAND ${git} -C ${SOURCE_DIR} rev-parse --short=12 HEAD
            OUTPUT_VARIABLE head OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
        execute_process(COMMAND ${git} --no-optional-locks -C ${SOURCE_DIR} status --porcelain --untracked-files=no
            OUTPUT_VARIABLE changes ERROR_QUIET)
        if(NOT failed)
            set(revision ${head})
            if(changes)
                string(APPEND revision "-modified")
            endif()
        endif()
    endif()
endif()

set(text "// Made at build time by git_revision.cmake.
#pragma once

namespace iotbench {

inline constexpr const char* kGitRevision = \"${revision}\";

} // namespace iotbench
")
set(former "")
if(EXISTS ${HEADER})
    file(READ ${HEADER} former)
endif()
if(NOT former STREQUAL text)
    file(WRITE ${HEADER} "${text}")
endif()
