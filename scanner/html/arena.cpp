// Bump allocation in chunks. The time budget is the thread's CPU time, whose clock costs a system call; since
// CPU time never runs faster than the wall clock, it is read only when enough wall time has passed for the
// budget to be spent.
#include "scanner/html/arena.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <utility>

#include <time.h>

namespace veedor::html {
namespace {

constexpr std::size_t kAlignment = alignof(void*);  // gumbo stores nothing that needs more
constexpr std::size_t kChunkSize = 64U
                                   << 10;  // below malloc's mmap threshold, so that pages reuse warm memory
constexpr unsigned kAllocationsPerLook = 64;

std::chrono::nanoseconds thread_cpu_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

}  // namespace

struct alignas(std::max_align_t) Arena::Chunk {
  Chunk* previous;
};

Arena::Arena(Budget budget)
    : budget_(budget),
      cpu_start_(thread_cpu_time()),
      look_again_(std::chrono::steady_clock::now() + budget.cpu) {}

Arena::~Arena() {
  while (chunks_ != nullptr) std::free(std::exchange(chunks_, chunks_->previous));
}

void* Arena::allocate(std::size_t size) noexcept {
  if (exhausted_ != Exhausted::nothing) return nullptr;
  if (++allocations_ % kAllocationsPerLook == 0 && out_of_time()) {
    exhausted_ = Exhausted::time;
    return nullptr;
  }
  if (size > budget_.memory) {
    exhausted_ = Exhausted::memory;
    return nullptr;
  }
  const std::size_t rounded = std::max((size + kAlignment - 1) / kAlignment * kAlignment, kAlignment);
  if (rounded > static_cast<std::size_t>(end_ - next_) && !add_chunk(rounded)) {
    exhausted_ = Exhausted::memory;
    return nullptr;
  }
  last_ = next_;
  next_ += rounded;
  return last_;
}

bool Arena::account(std::size_t size) noexcept {
  if (size > budget_.memory - used_) exhausted_ = Exhausted::memory;
  if (exhausted_ != Exhausted::nothing) return false;
  used_ += size;
  return true;
}

void Arena::release(void* pointer) noexcept {
  if (pointer == nullptr || pointer != last_) return;
  next_ = last_;
  last_ = nullptr;
}

bool Arena::add_chunk(std::size_t payload) noexcept {
  const std::size_t size = sizeof(Chunk) + std::max(payload, kChunkSize - sizeof(Chunk));
  if (size > budget_.memory - used_) return false;
  void* memory = std::malloc(size);
  if (memory == nullptr) return false;
  chunks_ = new (memory) Chunk{chunks_};
  used_ += size;
  next_ = static_cast<char*>(memory) + sizeof(Chunk);
  end_ = static_cast<char*>(memory) + size;
  return true;
}

bool Arena::out_of_time() noexcept {
  const auto now = std::chrono::steady_clock::now();
  if (now < look_again_) return false;
  const auto left = budget_.cpu - (thread_cpu_time() - cpu_start_);
  look_again_ = now + std::chrono::duration_cast<std::chrono::steady_clock::duration>(left);
  return left <= std::chrono::nanoseconds::zero();
}

}  // namespace veedor::html
