// Numbers in messages.
#pragma once

#include <string>

namespace veedor::rules {

// "1.05", "8", "0.1": rounded to that many places, without zeros at the end. A point in every language.
std::string decimal(double number, int places);

}  // namespace veedor::rules
