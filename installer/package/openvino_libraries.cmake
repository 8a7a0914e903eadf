# Installs the libraries of OpenVINO's wheel that the engine loads, with their licences, in a folder of iotbench's own,
# and lets the engine look there. Where OpenVINO is a package of the system, it is left to that.
get_filename_component(wheel ${OpenVINO_DIR}/.. REALPATH)
if(NOT EXISTS ${wheel}/libs)
    return()
endif()

# Needed by the engine, found by OpenVINO itself beside its own library: the device, and the readers of models.
file(GLOB libraries ${wheel}/libs/libopenvino.so.* ${wheel}/libs/libopenvino_*_cpu_plugin.so
    ${wheel}/libs/libopenvino_onnx_frontend.so.* ${wheel}/libs/libopenvino_ir_frontend.so.*)
file(GLOB licences ${wheel}/../openvino-[0-9]*.dist-info/licenses)
if(NOT libraries OR NOT licences)
    message(FATAL_ERROR "${wheel} is not laid out as OpenVINO's wheels are: no libraries or no licences")
endif()
set(folder ${CMAKE_INSTALL_LIBDIR}/iotbench/openvino)
install(FILES ${libraries} DESTINATION ${folder} COMPONENT openvino)
install(DIRECTORY ${licences} DESTINATION ${folder} COMPONENT openvino)

# Not where it was built with: that folder is another machine's once the package is installed.
set_target_properties(iotbench_engine_openvino PROPERTIES
    INSTALL_RPATH "$ORIGIN/../openvino"
    INSTALL_RPATH_USE_LINK_PATH OFF)
set(CPACK_DEBIAN_OPENVINO_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${wheel}/libs)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${wheel}/libs)
