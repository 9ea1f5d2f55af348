// What the template shows, as mustache data, made from the report part by part.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <kainjow/mustache.hpp>

#include "reports/report.h"

namespace veedor::reports {

using View = kainjow::mustache::data;

inline View view_list() { return View{View::type::list}; }

// Foreign text made inert and at most `bytes` long; the template escapes it.
std::string shown(std::string_view text, std::size_t bytes = 300);
// {text, href}: `href` only where the text is an http or https URL of reasonable length.
View link_view(std::string_view url);

View grades_view(const Report& report);
View first_view(const Report& report, std::size_t count);
View untested_view(const Report& report);
enum class FindingsSection : std::uint8_t { failed, undecided, best_practices };
View findings_view(const Report& report, FindingsSection section);
View criteria_view(const Report& report);
View pages_view(const Report& report, std::size_t most);
View components_view(const Report& report);
View hosts_view(const Report& report);
View rules_view(const Report& report);

}  // namespace veedor::reports
