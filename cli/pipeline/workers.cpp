#include "cli/pipeline/workers.h"

#include <cassert>
#include <utility>

namespace veedor::cli {
namespace {

// An exception must not end a thread: it travels to the one that can end the program in order.
Examined examine_or_fail(Job job, const Budgets& budgets) {
  try {
    return examine(std::move(job), budgets);
  } catch (...) {
    Examined failed;
    failed.failure = std::current_exception();
    return failed;
  }
}

}  // namespace

Workers::Workers(int count, std::size_t capacity, const Budgets& budgets,
                 const std::function<void()>& on_done)
    : jobs_(capacity), done_(capacity) {
  for (int i = 0; i < count; ++i) threads_.emplace_back([this, budgets, on_done] { work(budgets, on_done); });
}

Workers::~Workers() { jobs_.close(); }

void Workers::work(const Budgets& budgets, const std::function<void()>& on_done) {
  while (std::optional<Job> job = jobs_.pop()) {
    Examined examined = examine_or_fail(std::move(*job), budgets);
    job.reset();
    [[maybe_unused]] const bool kept = done_.try_push(examined);
    assert(kept);
    on_done();
  }
}

std::vector<Examined> Workers::collect() {
  std::vector<Examined> all;
  while (std::optional<Examined> one = done_.try_pop()) {
    if (one->failure) std::rethrow_exception(one->failure);
    all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace veedor::cli
