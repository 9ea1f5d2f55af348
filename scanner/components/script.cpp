// What the content of a script says of the libraries in it.
#include <utility>

#include "scanner/base/text.h"
#include "scanner/components/banner.h"
#include "scanner/components/literal.h"
#include "scanner/components/recognise.h"
#include "scanner/components/script_zones.h"

namespace veedor::components {
namespace {

constexpr std::size_t kMaxScript = 4U << 20;
constexpr std::size_t kMaxEvidence = 160;

facts::Component component(const url::Url& url, std::string_view id, std::string version,
                           std::string_view evidence) {
  return {.name = std::string(id),
          .version = std::move(version),
          .kind = facts::ComponentKind::library,
          .certainty = facts::Certainty::confirmed,
          .method = facts::Method::content,
          .location = url.display(),
          .evidence = shorten(collapse_whitespace(printable(evidence)), kMaxEvidence)};
}

}  // namespace

std::vector<facts::Component> in_script(const url::Url& url, std::string_view body) {
  const ScriptZones zones = read_zones(body.substr(0, kMaxScript));
  std::vector<facts::Component> found;
  for (std::string_view comment : zones.comments) {
    auto banner = read_banner(comment);
    if (!banner) banner = read_module_path(comment);
    if (banner)
      found.push_back(component(url, banner->library->id, std::move(banner->version), banner->title));
  }
  for (Literal& literal : read_literals(zones))
    found.push_back(component(url, literal.library, std::move(literal.version), literal.excerpt));
  return merge(found);
}

}  // namespace veedor::components
