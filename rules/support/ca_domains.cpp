#include "rules/support/ca_domains.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

struct Authority {
  std::string_view organization;
  std::string_view domains;  // separated by spaces
};

constexpr std::string_view kSectigo =
    "sectigo.com comodo.com comodoca.com usertrust.com trust-provider.com entrust.net affirmtrust.com";
constexpr std::string_view kDigiCert =
    "digicert.com digicert.ne.jp cybertrust.ne.jp symantec.com geotrust.com rapidssl.com thawte.com "
    "quovadisglobal.com";

constexpr std::array kAuthorities = {
    Authority{"Amazon", "amazon.com amazontrust.com awstrust.com amazonaws.com"},
    Authority{"COMODO CA Limited", kSectigo},
    Authority{"DigiCert Inc", kDigiCert},
    Authority{"DigiCert, Inc.", kDigiCert},
    Authority{"GlobalSign nv-sa", "globalsign.com"},
    Authority{"GoDaddy.com, Inc.", "godaddy.com starfieldtech.com"},
    Authority{"Google Trust Services", "pki.goog google.com"},
    Authority{"Google Trust Services LLC", "pki.goog google.com"},
    Authority{"Internet Security Research Group", "letsencrypt.org"},
    Authority{"Let's Encrypt", "letsencrypt.org"},
    Authority{"Sectigo Limited", kSectigo},
    Authority{"Starfield Technologies, Inc.", "godaddy.com starfieldtech.com"},
};

// RFC 2253 §2.4: a comma or plus sign separates unless a backslash stands before it.
std::size_t value_end(std::string_view name, std::size_t from) {
  for (std::size_t i = from; i < name.size(); ++i) {
    if (name[i] == '\\')
      ++i;
    else if (name[i] == ',' || name[i] == '+')
      return i;
  }
  return name.size();
}

std::string unescaped(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) ++i;
    out += value[i];
  }
  return out;
}

}  // namespace

std::string organization_of(std::string_view name) {
  for (std::size_t from = 0; from < name.size();) {
    const std::size_t end = value_end(name, from);
    const std::string_view part = name.substr(from, end - from);
    if (part.starts_with("O=")) return unescaped(part.substr(2));
    from = end + 1;
  }
  return "";
}

std::vector<std::string_view> caa_domains_of(std::string_view organization) {
  const auto found = std::ranges::find(kAuthorities, organization, &Authority::organization);
  return found == kAuthorities.end() ? std::vector<std::string_view>{} : split_whitespace(found->domains);
}

bool is_caa_domain_of(std::string_view domain, const std::vector<std::string_view>& domains) {
  const std::string lower = ascii_lower(domain);
  return std::ranges::any_of(
      domains, [&](std::string_view own) { return lower == own || lower.ends_with("." + std::string(own)); });
}

}  // namespace veedor::rules
