#include "scanner/dns/resolvers.h"

#include <fstream>

#include "scanner/base/text.h"

namespace veedor::dns {

std::vector<Resolver> read_resolvers(std::string_view resolv_conf) {
  constexpr std::size_t kMost = 3;  // as many as the C library asks
  std::vector<Resolver> resolvers;
  for (const std::string_view line : split(resolv_conf, '\n')) {
    const std::vector<std::string_view> words = split_whitespace(line);
    if (words.size() >= 2 && words[0] == "nameserver" && resolvers.size() < kMost)
      resolvers.push_back({std::string(words[1])});
  }
  if (resolvers.empty()) resolvers.push_back({"127.0.0.1"});
  return resolvers;
}

std::vector<Resolver> system_resolvers() {
  std::string text(65'536, '\0');
  std::ifstream file("/etc/resolv.conf", std::ios::binary);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return read_resolvers(text);
}

}  // namespace veedor::dns
