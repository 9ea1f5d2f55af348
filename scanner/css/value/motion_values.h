// Values of animations and transitions, which are lists with commas: a keyword or number where they have one
// entry that is one, else `raw`.
#pragma once

#include "scanner/css/value/cursor.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

Value parse_animation_name(Cursor& cursor);
Value parse_duration(Cursor& cursor);  // not negative
Value parse_iteration_count(Cursor& cursor);
Value parse_play_state(Cursor& cursor);
Value parse_transition_property(Cursor& cursor);  // also "all"
bool take_easing(Cursor& cursor);                 // ease-in, cubic-bezier(…)

Value parse_animation_names(Cursor& cursor);
Value parse_durations(Cursor& cursor);
Value parse_iteration_counts(Cursor& cursor);
Value parse_play_states(Cursor& cursor);
Value parse_transition_properties(Cursor& cursor);

}  // namespace veedor::css
