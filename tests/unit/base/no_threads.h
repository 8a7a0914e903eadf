// While it lives the system gives this process no thread: each would have a stack for which no address space
// has room, whatever the limits of the machine are.
#pragma once

#include <cstddef>
#include <pthread.h>

namespace iotbench::test {

class NoThreads {
public:
    NoThreads()
    {
        pthread_getattr_default_np(&m_former);
        pthread_attr_t endless = m_former;
        pthread_attr_setstacksize(&endless, std::size_t{1} << 62);
        pthread_setattr_default_np(&endless);
    }
    ~NoThreads()
    {
        pthread_setattr_default_np(&m_former);
        pthread_attr_destroy(&m_former);
    }
    NoThreads(const NoThreads&) = delete;
    NoThreads& operator=(const NoThreads&) = delete;

private:
    pthread_attr_t m_former{};
};

} // namespace iotbench::test
