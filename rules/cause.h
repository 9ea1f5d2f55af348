// The cause of a verdict: what stays the same when a fault moves on its page or appears on another one.
#pragma once

#include <string>

#include "rules/rule.h"

namespace veedor::rules {

// The rule's own cause, or the message and the kind of element: tag, role, type, name, id and classes, with
// digits collapsed. No order, no ancestors, no other attribute. At most 200 bytes.
std::string cause(const Verdict& verdict);

}  // namespace veedor::rules
