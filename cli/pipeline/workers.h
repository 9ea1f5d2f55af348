// The worker threads: each takes finished answers from the bounded queue and owns a page from parse to
// verdict.
#pragma once

#include <functional>
#include <thread>
#include <vector>

#include "cli/pipeline/examine.h"
#include "scanner/base/queue.h"

namespace veedor::cli {

class Workers {
 public:
  // The caller keeps at most `capacity` jobs submitted and not collected. `on_done` is called on a worker's
  // thread after each.
  Workers(int count, std::size_t capacity, const Budgets& budgets, const std::function<void()>& on_done);
  ~Workers();  // finishes what was submitted

  bool submit(Job& job) { return jobs_.try_push(job); }
  // What has been examined since the last call, in no particular order. Throws what a worker threw.
  std::vector<Examined> collect();

 private:
  void work(const Budgets& budgets, const std::function<void()>& on_done);

  BoundedQueue<Job> jobs_;
  BoundedQueue<Examined> done_;  // room for all jobs under way: a worker never waits
  std::vector<std::jthread> threads_;
};

}  // namespace veedor::cli
