// The second question to DNS.
#include "scanner/net/name_lookup.h"

#include <climits>
#include <system_error>
#include <thread>

#include <netdb.h>
#include <sys/socket.h>

namespace veedor::net {
namespace {

constexpr int kUnderWay = INT_MAX;

int look_up(const std::string& host) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* addresses = nullptr;
  const int code = getaddrinfo(host.c_str(), nullptr, &hints, &addresses);
  if (code == 0) freeaddrinfo(addresses);
  return code;
}

}  // namespace

facts::Outcome outcome_of_lookup(int getaddrinfo_code) {
  switch (getaddrinfo_code) {
    case 0:
      return facts::Outcome::read;
    case EAI_NONAME:
      return facts::Outcome::unknown_host;
#ifdef EAI_NODATA
    case EAI_NODATA:
      return facts::Outcome::unknown_host;  // the name exists, but no address of it
#endif
    default:
      return facts::Outcome::dns_failed;
  }
}

NameLookup::NameLookup(const std::string& host) : answer_(std::make_shared<std::atomic<int>>(kUnderWay)) {
  try {
    std::thread([host, answer = answer_] { answer->store(look_up(host)); }).detach();
  } catch (const std::system_error&) {
    answer_->store(EAI_AGAIN);  // no thread to be had: we could not tell
  }
}

std::optional<facts::Outcome> NameLookup::outcome() const {
  const int code = answer_->load();
  if (code == kUnderWay) return std::nullopt;
  return outcome_of_lookup(code);
}

}  // namespace veedor::net
