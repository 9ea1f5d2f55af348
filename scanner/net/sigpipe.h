// Keeps SIGPIPE from the calling thread: OpenSSL writes to sockets that the server may have closed, and that
// must not end the program. Only this thread's mask changes, so nobody else's handling of the signal does.
#pragma once

#include <signal.h>
#include <time.h>

namespace veedor::net {

class SigpipeBlocked {
 public:
  SigpipeBlocked() {
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    sigemptyset(&sigpipe_);
    sigaddset(&sigpipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &sigpipe_, &before_);
  }
  ~SigpipeBlocked() {
    const timespec at_once{};
    if (!was_pending_)
      sigtimedwait(&sigpipe_, nullptr, &at_once);  // forgets the one that was raised meanwhile
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  SigpipeBlocked(const SigpipeBlocked&) = delete;
  SigpipeBlocked& operator=(const SigpipeBlocked&) = delete;

 private:
  bool was_pending_ = false;
  sigset_t sigpipe_{};
  sigset_t before_{};
};

}  // namespace veedor::net
