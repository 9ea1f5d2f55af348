// How much an assessment may ask of one address.
#pragma once

namespace veedor::tls {

struct Manners {
  int in_flight = 8;
  // A bucket that holds as many: a first burst, then this rate. 0: as fast as answers come.
  double per_second = 20;
  int at_most = 150;  // connections in all
};

}  // namespace veedor::tls
