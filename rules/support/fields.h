// The fields of forms and what labels them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/a11y/labels.h"
#include "scanner/facts/page.h"

namespace veedor::rules {

// Inputs, selects and text areas that somebody fills in or chooses from, rendered and exposed, in document
// order. Buttons and hidden inputs are none.
std::vector<html::Element> form_fields(const facts::Page& page);

bool is_choice(html::Element field);  // a radio button or check box

// What labels the field on the screen: the elements that aria-labelledby names, or its <label>s.
std::vector<html::Element> label_elements(html::Element field, const a11y::Labels& labels,
                                          const html::Document& document);

// By which whoever maintains the form knows a field: its name, id or tag, to be shown.
std::string field_key(html::Element field);

// The <form> around it; null where there is none. Looks at a bounded number of levels.
html::Element form_of(html::Element field);
// The nearest group around it: a fieldset, a table row, or role group or radiogroup; null where there is
// none.
html::Element group_of(html::Element field);

}  // namespace veedor::rules
