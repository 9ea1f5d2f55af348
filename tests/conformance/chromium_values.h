// Our computed values in the words of getComputedStyle(): the resolved values of CSSOM §9.
#pragma once

#include <string>
#include <string_view>

#include "scanner/css/cascade/style.h"
#include "scanner/css/environment.h"
#include "scanner/url/url.h"

namespace veedor::conformance {

// `page` is what url() resolves against: values are compared as of one server, whatever its port.
std::string computed_text(const css::Style& style, css::Property property, const url::Url& page,
                          const css::Environment& environment);

// A value of the snapshot, its server's address replaced by that of `page`.
std::string snapshot_text(std::string_view value, const url::Url& page);

}  // namespace veedor::conformance
