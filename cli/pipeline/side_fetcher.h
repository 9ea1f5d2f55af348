// Asks for what pages need beside themselves, style sheets for one, a few at once, and for the robots.txt of
// their hosts first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/pipeline/robots_gate.h"
#include "scanner/net/client.h"

namespace veedor::cli {

// Whom a request beside the crawler's own is for.
enum class Side : std::uint8_t { sheets, resources };

class SideFetcher {
 public:
  // Receives the answer to a request, or one without body that says why none was sent.
  using OnAnswer = std::function<void(std::size_t number, facts::Response answer)>;

  // Both outlive this object.
  SideFetcher(net::Client& client, RobotsGate& robots) : client_(client), robots_(robots) {}

  // Before the first request of that side.
  void answer_to(Side side, OnAnswer on_answer) { on_answer_[index(side)] = std::move(on_answer); }
  // Sends the request, sooner or later; `request.id` is a number that its side uses once.
  void want(Side side, net::Request request);
  // An answer to one of this object's requests.
  void take(net::Finished finished);

  // Whose the request of this number is; nothing for the crawler's own, whose numbers are small.
  static std::optional<Side> side_of(std::uint64_t request);

 private:
  static constexpr std::uint64_t kSide = std::uint64_t{1} << 63U;
  static constexpr std::uint64_t kRobots = std::uint64_t{1} << 62U;
  static constexpr std::uint64_t kResources = std::uint64_t{1} << 61U;
  static constexpr std::uint64_t kNumber = kResources - 1;
  static constexpr std::size_t kAtOnce = 16;

  static std::size_t index(Side side) { return static_cast<std::size_t>(side); }
  // `request.id` has the bits of its side.
  void send(net::Request request);
  void learn(net::Request request);
  void answer(std::uint64_t request, facts::Response answer);
  void take_robots(std::size_t number, const facts::Response& answer);
  void start();

  net::Client& client_;
  RobotsGate& robots_;
  std::array<OnAnswer, 2> on_answer_;
  std::deque<net::Request> queue_;
  std::vector<url::Url> robots_sent_;
  std::map<std::string, std::vector<net::Request>> waiting_;  // for the robots.txt of their origin
  std::size_t under_way_ = 0;
};

}  // namespace veedor::cli
