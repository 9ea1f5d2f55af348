// Why a host's name could not be resolved. libcurl says the same for "there is no such name" and "DNS did not
// answer", so getaddrinfo is asked once more, in a thread of its own because it blocks.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "scanner/facts/outcome.h"

namespace veedor::net {

// What getaddrinfo's answer means: unknown_host, dns_failed, or read where the name does have an address.
facts::Outcome outcome_of_lookup(int getaddrinfo_code);

class NameLookup {
 public:
  explicit NameLookup(const std::string& host);  // starts it
  // Nothing while it is under way.
  std::optional<facts::Outcome> outcome() const;

 private:
  // Shared with the thread, which cannot be cancelled and may outlive this object; the one thing it writes is
  // this number.
  std::shared_ptr<std::atomic<int>> answer_;
};

}  // namespace veedor::net
