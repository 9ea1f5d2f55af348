// Public authorities by the domains that they acknowledge in CAA records (RFC 8659 §4.2), as they state in
// their certification practice statements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace veedor::rules {

// The value of O in a name of RFC 2253 spelling, escapes resolved: "GoDaddy.com, Inc."; "" where there is
// none.
std::string organization_of(std::string_view name);

// Empty for an organization that is not known. They live as long as the program.
std::vector<std::string_view> caa_domains_of(std::string_view organization);

// One of these, or below one of these.
bool is_caa_domain_of(std::string_view domain, const std::vector<std::string_view>& domains);

}  // namespace veedor::rules
