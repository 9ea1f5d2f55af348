// The files of the fictional institution, which travel inside the binary: before/, after/ and what both
// share.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace veedor::demo {

// Two states of the same look: with the seeded faults of faults.json, and with none.
enum class State : std::uint8_t { before, after };

class Pages {
 public:
  explicit Pages(State state);

  // The file that answers a URL path ("/consulta/" is consulta/index.html); empty where there is none. Valid
  // for ever.
  std::string_view find(std::string_view path) const;
  // The URL paths of the public pages, sorted: what a sitemap lists.
  const std::vector<std::string>& addresses() const& { return addresses_; }

 private:
  std::map<std::string, std::string_view, std::less<>> files_;  // by URL path
  std::vector<std::string> addresses_;
};

// "text/html; charset=utf-8" for a path's file; pages end in "/" or ".html".
std::string_view content_type(std::string_view path);

// demo/faults.json: each seeded fault with its rule, page and who is hurt.
std::string_view faults_json();

}  // namespace veedor::demo
