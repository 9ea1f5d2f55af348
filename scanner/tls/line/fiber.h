// A function with a stack of its own, which can be left in the middle and gone back to: so that what waits
// side by side reads like what waits alone. All of it happens in one thread.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>

#include <ucontext.h>

namespace veedor::tls {

class Fiber {
 public:
  explicit Fiber(std::function<void()> body);
  Fiber(const Fiber&) = delete;
  Fiber& operator=(const Fiber&) = delete;
  ~Fiber();  // it must have ended, or not begun

  // Goes on where it was left, until it is left again or has ended. From the thread's own stack alone.
  void resume();
  // Goes back to where resume() was called. From within the fiber alone.
  void leave();

  bool ended() const { return ended_; }
  // What the function threw; null if nothing.
  const std::exception_ptr& error() const { return error_; }

 private:
  static void enter(unsigned high, unsigned low);
  void run();

  std::function<void()> body_;
  std::exception_ptr error_;
  bool ended_ = false;
  std::byte* stack_ = nullptr;  // with a page below that may not be touched
  ucontext_t here_{};
  ucontext_t caller_{};
  // AddressSanitizer's view of the two stacks.
  const void* caller_stack_ = nullptr;
  std::size_t caller_size_ = 0;
  void* fake_stack_ = nullptr;
};

}  // namespace veedor::tls
