// Registrable domains by the Public Suffix List (https://publicsuffix.org), as compiled into libpsl.
#include <string>
#include <string_view>

#include <libpsl.h>

#include "scanner/base/text.h"
#include "scanner/url/host.h"
#include "scanner/url/url.h"

namespace veedor::url {

std::string registrable_domain(std::string_view host) {
  if (host.starts_with('[') || ends_in_a_number(host)) return std::string(host);  // an IP address
  std::string domain = ascii_lower(host);
  const bool rooted = domain.ends_with('.');  // "example.org." keeps its dot, as in the URL Standard §3.1
  if (rooted) domain.pop_back();
  const char* registrable = psl_registrable_domain(psl_builtin(), domain.c_str());
  if (registrable == nullptr) return std::string(host);
  std::string result = registrable;
  if (rooted) result += '.';
  return result;
}

}  // namespace veedor::url
