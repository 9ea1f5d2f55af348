#include "scanner/css/cascade/user_agent.h"

#include <string>

#include "data/user_agent_css.h"
#include "data/user_agent_quirks_css.h"

namespace veedor::css {

std::shared_ptr<const Sheet> user_agent_sheet(bool quirks) {
  static const std::shared_ptr<const Sheet> standard = parse_sheet(std::string(data::user_agent_css), "");
  static const std::shared_ptr<const Sheet> with_quirks =
      parse_sheet(std::string(data::user_agent_css).append(data::user_agent_quirks_css), "");
  return quirks ? with_quirks : standard;
}

}  // namespace veedor::css
