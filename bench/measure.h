// CPU time of this process, medians and growth: what a busy machine changes least.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include <time.h>

namespace veedor::bench {

inline double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

inline double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

// The CPU seconds of one call: the median of `runs` calls.
template <class Work>
double cost(int runs, const Work& work) {
  std::vector<double> seconds;
  for (int run = 0; run < runs; ++run) {
    const double start = cpu_seconds();
    work();
    seconds.push_back(cpu_seconds() - start);
  }
  return median(std::move(seconds));
}

// The slope of log(cost) over log(size) by least squares: 1 for a cost that grows as the size does.
inline double exponent(std::span<const std::pair<double, double>> sizes_and_costs) {
  double x_sum = 0, y_sum = 0, xx = 0, xy = 0;
  for (const auto& [size, seconds] : sizes_and_costs) {
    const double x = std::log(size);
    const double y = std::log(seconds);
    x_sum += x;
    y_sum += y;
    xx += x * x;
    xy += x * y;
  }
  const auto n = static_cast<double>(sizes_and_costs.size());
  return (n * xy - x_sum * y_sum) / (n * xx - x_sum * x_sum);
}

}  // namespace veedor::bench
