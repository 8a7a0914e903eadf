// A module that links a library which is not there at run time.
extern "C" int iotbench_test_nowhere();

extern "C" __attribute__((visibility("default"))) const void* iotbench_engine_module()
{
    static const int answer = iotbench_test_nowhere();
    return &answer;
}
