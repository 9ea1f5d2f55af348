// The memory of one parse: allocated in steps, freed as a whole, and refused once a page has used up its
// budget.
#pragma once

#include <chrono>
#include <cstddef>

#include "scanner/html/document.h"

namespace veedor::html {

enum class Exhausted { nothing, memory, time };

class Arena {
 public:
  // The time starts to run here, on the thread that constructs the arena and must be the one that allocates.
  explicit Arena(Budget budget);
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Memory aligned for pointers and numbers; null once the budget is exhausted. Never throws.
  void* allocate(std::size_t size) noexcept;
  // Counts memory that came from elsewhere, for the same page; false once the budget is exhausted.
  bool account(std::size_t size) noexcept;
  // Takes the last allocation back; anything else stays until the arena dies.
  void release(void* pointer) noexcept;

  Exhausted exhausted() const { return exhausted_; }

 private:
  struct Chunk;

  bool add_chunk(std::size_t payload) noexcept;
  bool out_of_time() noexcept;

  const Budget budget_;
  Chunk* chunks_ = nullptr;
  char* next_ = nullptr;
  char* end_ = nullptr;
  char* last_ = nullptr;
  std::size_t used_ = 0;
  unsigned allocations_ = 0;
  std::chrono::nanoseconds cpu_start_;
  std::chrono::steady_clock::time_point look_again_;
  Exhausted exhausted_ = Exhausted::nothing;
};

}  // namespace veedor::html
