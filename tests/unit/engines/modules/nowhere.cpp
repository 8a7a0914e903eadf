// There when the orphan module is linked; its run-time name is of a file that nobody makes.
extern "C" __attribute__((visibility("default"))) int iotbench_test_nowhere();

int iotbench_test_nowhere()
{
    return 1;
}
