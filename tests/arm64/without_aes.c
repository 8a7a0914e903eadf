// Preloaded under an emulator: hides the instructions for AES and its kin from programs that ask what the processor
// has, as a Raspberry Pi 4's Cortex-A72 has none; the emulator's has.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/auxv.h>

unsigned long getauxval(unsigned long type)
{
    unsigned long (*ask)(unsigned long) = (unsigned long (*)(unsigned long))dlsym(RTLD_NEXT, "getauxval");
    unsigned long hidden = type == AT_HWCAP ? HWCAP_AES | HWCAP_PMULL | HWCAP_SHA1 | HWCAP_SHA2 : 0;
    return ask(type) & ~hidden;
}
