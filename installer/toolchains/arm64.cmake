# Builds on another Debian machine for arm64, the processors of most edge gateways (presets arm64, package-arm64). Wants
# Debian's cross compiler, Qt's tools (moc, rcc) of the building machine, and the libraries of installer/packages, either
#   installed for the foreign architecture arm64   installer/make-package.sh --arch arm64 does that, or
#   unpacked into the folder IOTBENCH_SYSROOT      tests/arm64.sh does
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)

# Qt's tools run while building, so they come from the building machine's Qt.
cmake_host_system_information(RESULT host_processor QUERY OS_PLATFORM)
set(QT_HOST_PATH /usr)
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/${host_processor}-linux-gnu/cmake)

# Runs what the build runs of its results (the program prints its manual page, the icons are drawn), and the tests.
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64-static)

if(IOTBENCH_SYSROOT)
    list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES IOTBENCH_SYSROOT)
    set(CMAKE_SYSROOT ${IOTBENCH_SYSROOT})
    set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
    set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
    set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
    set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
    list(APPEND CMAKE_CROSSCOMPILING_EMULATOR -L ${IOTBENCH_SYSROOT})
endif()

# As a native build has it; GNUInstallDirs looks for it only there.
set(CMAKE_INSTALL_LIBDIR lib/aarch64-linux-gnu CACHE PATH "Object code libraries")
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE arm64)
