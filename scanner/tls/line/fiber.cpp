#include "scanner/tls/line/fiber.h"

#include <cassert>
#include <cstdint>
#include <new>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

namespace veedor::tls {
namespace {

constexpr std::size_t kStack = 512U << 10;  // only the pages that are used exist

std::size_t guard_size() { return static_cast<std::size_t>(sysconf(_SC_PAGESIZE)); }

// AddressSanitizer must be told of every change of the stack.
void before_switch([[maybe_unused]] void** save, [[maybe_unused]] const void* bottom,
                   [[maybe_unused]] std::size_t size) {
#if defined(__SANITIZE_ADDRESS__)
  __sanitizer_start_switch_fiber(save, bottom, size);
#endif
}

void after_switch([[maybe_unused]] void* saved, [[maybe_unused]] const void** bottom,
                  [[maybe_unused]] std::size_t* size) {
#if defined(__SANITIZE_ADDRESS__)
  __sanitizer_finish_switch_fiber(saved, bottom, size);
#endif
}

}  // namespace

Fiber::Fiber(std::function<void()> body) : body_(std::move(body)) {
  void* memory = mmap(nullptr, kStack + guard_size(), PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  stack_ = static_cast<std::byte*>(memory);
  mprotect(stack_, guard_size(), PROT_NONE);
  getcontext(&here_);
  here_.uc_stack.ss_sp = stack_ + guard_size();
  here_.uc_stack.ss_size = kStack;
  here_.uc_link = nullptr;
  // makecontext passes ints: the address goes in two halves.
  const auto address = reinterpret_cast<std::uintptr_t>(this);
  makecontext(&here_, reinterpret_cast<void (*)()>(&Fiber::enter), 2, static_cast<unsigned>(address >> 32),
              static_cast<unsigned>(address));
}

Fiber::~Fiber() { munmap(stack_, kStack + guard_size()); }

void Fiber::enter(unsigned high, unsigned low) {
  reinterpret_cast<Fiber*>(static_cast<std::uintptr_t>(high) << 32 | low)->run();
}

void Fiber::run() {
  after_switch(nullptr, &caller_stack_, &caller_size_);
  try {
    body_();
  } catch (...) {
    error_ = std::current_exception();
  }
  ended_ = true;
  before_switch(nullptr, caller_stack_, caller_size_);
  setcontext(&caller_);
}

void Fiber::resume() {
  assert(!ended_);
  void* fake_stack = nullptr;
  before_switch(&fake_stack, here_.uc_stack.ss_sp, here_.uc_stack.ss_size);
  swapcontext(&caller_, &here_);
  after_switch(fake_stack, nullptr, nullptr);
}

void Fiber::leave() {
  before_switch(&fake_stack_, caller_stack_, caller_size_);
  swapcontext(&here_, &caller_);
  after_switch(fake_stack_, &caller_stack_, &caller_size_);
}

}  // namespace veedor::tls
