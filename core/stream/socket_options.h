// Buffer sizes of a socket.
#pragma once

#include "stream/byte_stream.h"

namespace iotbench {

// Before connecting or listening: the window that TCP can offer is agreed upon when a connection is made.
void askForLargeBuffers(int socket);

// What the kernel counts, which is about twice what it lets be used (socket(7)).
BufferSizes grantedBuffers(int socket);

} // namespace iotbench
