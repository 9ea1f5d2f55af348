// How much an assessment may ask of a host, of all its addresses together.
#pragma once

#include <optional>

namespace veedor::tls {

struct Manners {
  int in_flight = 8;
  // A bucket that holds as many: a first burst, then this rate; 0: as fast as answers come. Nothing: 20, and
  // of this machine's own addresses as fast as they answer, since there nobody is to be spared.
  std::optional<double> per_second;
  int at_most = 150;  // connections in all
};

}  // namespace veedor::tls
