// The three category scores of the SSL Labs Server Rating Guide (2009r), and the letter that they make.
#pragma once

#include <string_view>

#include "scanner/facts/tls/certificate.h"
#include "scanner/facts/tls/tls.h"

namespace veedor::rules::rating {

// The size of an RSA key that is as hard to break as a curve of `bits` (NIST SP 800-57 part 1, table 2).
int rsa_equivalent(int bits);
// The same for a certificate's key of any kind; 0 where its size is unknown.
int rsa_equivalent(const facts::Certificate& certificate);

struct Scores {  // 0 to 100 each
  int protocol = 0;
  int key_exchange = 0;
  int cipher = 0;
  int total = 0;  // 0.3, 0.3 and 0.4 of them, rounded down; 0 where one of them is 0
};

// Each is the mean of the best and the worst that is offered, but key exchange: there the weakest link
// counts. A category of which nothing is known has 0.
Scores scores(const facts::Tls& tls);

// "A" from 80, "B" from 65, "C" from 50, "D" from 35, "E" from 20, else "F".
std::string_view letter_of(int total);

}  // namespace veedor::rules::rating
