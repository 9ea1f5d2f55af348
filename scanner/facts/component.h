// A piece of software that was recognised, with its evidence. Inventory first: whether it is outdated is for
// the rules.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace veedor::facts {

enum class ComponentKind : std::uint8_t { library, cms, server, language, framework };
// How sure: confirmed = it says so in its own content; likely = a URL or banner says so; possible = a sign of
// it.
enum class Certainty : std::uint8_t { possible, likely, confirmed };
enum class Method : std::uint8_t { url, content, header, generator, markup };

struct Component {
  std::string name;     // the id in our data: "jquery", "wordpress", "apache-http-server"
  std::string version;  // "3.4.1"; empty where unknown
  ComponentKind kind = ComponentKind::library;
  Certainty certainty = Certainty::possible;
  Method method = Method::url;
  std::string location;  // URL of the script, or of the page whose header or markup showed it
  std::string evidence;  // a short excerpt: the path, the banner, the header's value
  bool distribution =
      false;  // the banner names a distribution, which back-ports fixes: "Apache/2.4.57 (Debian)"

  bool operator==(const Component&) const = default;
  auto operator<=>(const Component&) const = default;
};

std::string_view name(ComponentKind kind);
std::string_view name(Certainty certainty);
std::string_view name(Method method);

}  // namespace veedor::facts
