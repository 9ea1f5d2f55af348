// What the HTML Standard says of one form control's markup (§4.10). Shared by the files of this folder only.
#pragma once

#include <optional>
#include <string_view>

#include "scanner/css/selector/matcher.h"

namespace veedor::css {

// The type of an <input> in lower case: "text" where it is missing or unknown.
std::string_view input_type(html::Element input);
bool is_submit_button(html::Element element);
bool is_control(html::Element element);  // button, input, select, textarea

// §4.10.5.1: to which types of <input> an attribute applies.
bool required_applies(std::string_view type);
bool readonly_applies(std::string_view type);
bool placeholder_applies(std::string_view type);

bool can_be_disabled(html::Element element);
bool is_disabled(html::Element element, MatchContext& context);   // "actually disabled", §4.16.3
bool is_candidate(html::Element element, MatchContext& context);  // for constraint validation, §4.10.21.1
bool is_read_write(html::Element element, MatchContext& context);

bool has_empty_value(html::Element element);  // input, textarea
bool has_range(html::Element input);          // min="" or max="" limit its number
bool is_out_of_range(html::Element input);

std::optional<double> floating_point_number(std::string_view text);  // §2.3.4.3, valid ones only

// The nearest ancestor <form> or the one that form="" names; null if none.
html::Element form_owner(html::Element element, MatchContext& context);
// The <select> of an <option>; null if none.
html::Element select_of(html::Element option, MatchContext& context);

}  // namespace veedor::css
