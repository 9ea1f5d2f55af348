#include "cli/pipeline/workers.h"

#include <cassert>
#include <utility>

namespace veedor::cli {

Workers::Workers(int count, std::size_t capacity, html::Budget budget, std::function<void()> on_done)
    : jobs_(capacity), done_(capacity) {
  for (int i = 0; i < count; ++i) threads_.emplace_back([this, budget, on_done] { work(budget, on_done); });
}

Workers::~Workers() { jobs_.close(); }

void Workers::work(const html::Budget& budget, const std::function<void()>& on_done) {
  while (std::optional<Job> job = jobs_.pop()) {
    Examined examined = examine(std::move(*job), budget);
    job.reset();
    [[maybe_unused]] const bool kept = done_.try_push(examined);
    assert(kept);
    on_done();
  }
}

std::vector<Examined> Workers::collect() {
  std::vector<Examined> all;
  while (std::optional<Examined> one = done_.try_pop()) all.push_back(std::move(*one));
  return all;
}

}  // namespace veedor::cli
