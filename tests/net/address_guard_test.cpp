// The address guard: every special-purpose range by class, and what a named host may and may not do.
#include "scanner/net/address_guard.h"

#include <string>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace veedor::net {
namespace {

struct Case {
  const char* address;
  AddressClass kind;
};

constexpr Case kCases[] = {
    {"8.8.8.8", AddressClass::global},
    {"1.1.1.1", AddressClass::global},
    {"9.255.255.255", AddressClass::global},
    {"11.0.0.0", AddressClass::global},
    {"192.31.196.1", AddressClass::global},
    {"0.0.0.0", AddressClass::unspecified},
    {"0.0.0.1", AddressClass::reserved},
    {"10.0.0.0", AddressClass::private_use},
    {"10.255.255.255", AddressClass::private_use},
    {"100.63.255.255", AddressClass::global},
    {"100.64.0.0", AddressClass::shared},
    {"100.127.255.255", AddressClass::shared},
    {"100.128.0.0", AddressClass::global},
    {"127.0.0.1", AddressClass::loopback},
    {"127.255.255.254", AddressClass::loopback},
    {"169.253.255.255", AddressClass::global},
    {"169.254.169.254", AddressClass::link_local},
    {"172.15.255.255", AddressClass::global},
    {"172.16.0.1", AddressClass::private_use},
    {"172.31.255.255", AddressClass::private_use},
    {"172.32.0.0", AddressClass::global},
    {"192.0.0.8", AddressClass::reserved},
    {"192.0.1.0", AddressClass::global},
    {"192.0.2.1", AddressClass::documentation},
    {"192.88.99.1", AddressClass::reserved},
    {"192.167.255.255", AddressClass::global},
    {"192.168.1.1", AddressClass::private_use},
    {"198.17.255.255", AddressClass::global},
    {"198.18.0.1", AddressClass::reserved},
    {"198.19.255.255", AddressClass::reserved},
    {"198.51.100.7", AddressClass::documentation},
    {"203.0.113.255", AddressClass::documentation},
    {"223.255.255.255", AddressClass::global},
    {"224.0.0.1", AddressClass::multicast},
    {"239.255.255.255", AddressClass::multicast},
    {"240.0.0.1", AddressClass::reserved},
    {"255.255.255.255", AddressClass::reserved},
    {"::", AddressClass::unspecified},
    {"::1", AddressClass::loopback},
    {"[::1]", AddressClass::loopback},
    {"::2", AddressClass::reserved},
    {"::127.0.0.1", AddressClass::reserved},  // IPv4-compatible, deprecated
    {"::ffff:8.8.8.8", AddressClass::global},
    {"::ffff:127.0.0.1", AddressClass::loopback},
    {"::ffff:10.1.2.3", AddressClass::private_use},
    {"::ffff:169.254.169.254", AddressClass::link_local},
    {"::ffff:0:127.0.0.1", AddressClass::reserved},
    {"64:ff9b::8.8.8.8", AddressClass::global},
    {"64:ff9b::10.0.0.1", AddressClass::private_use},
    {"64:ff9b::7f00:1", AddressClass::loopback},
    {"64:ff9b:1::1", AddressClass::private_use},
    {"2002:808:808::1", AddressClass::global},
    {"2002:7f00:1::", AddressClass::loopback},
    {"2002:c0a8:101::1", AddressClass::private_use},
    {"2001:db8::1", AddressClass::documentation},
    {"2001::1", AddressClass::reserved},
    {"2001:200::1", AddressClass::global},
    {"2606:4700::1111", AddressClass::global},
    {"3fff:fff::1", AddressClass::documentation},
    {"3fff:1000::1", AddressClass::global},
    {"4000::1", AddressClass::reserved},
    {"100::1", AddressClass::reserved},
    {"5f00::1", AddressClass::reserved},
    {"fc00::1", AddressClass::private_use},
    {"fdff:ffff::1", AddressClass::private_use},
    {"fe00::1", AddressClass::reserved},
    {"fe80::1", AddressClass::link_local},
    {"fe80::1%eth0", AddressClass::link_local},
    {"febf::1", AddressClass::link_local},
    {"fec0::1", AddressClass::private_use},
    {"ff02::1", AddressClass::multicast},
    {"", AddressClass::reserved},
    {"example.org", AddressClass::reserved},
    {"1.2.3", AddressClass::reserved},
};

TEST(AddressGuard, ClassifiesEverySpecialRange) {
  for (const Case& one : kCases) EXPECT_EQ(name(classify(one.address)), name(one.kind)) << one.address;
}

TEST(AddressGuard, ClassifiesSocketAddresses) {
  sockaddr_in6 ipv6{};
  ipv6.sin6_family = AF_INET6;
  inet_pton(AF_INET6, "::ffff:192.168.0.1", &ipv6.sin6_addr);
  EXPECT_EQ(classify(reinterpret_cast<const sockaddr&>(ipv6)), AddressClass::private_use);
  sockaddr_in ipv4{};
  ipv4.sin_family = AF_INET;
  inet_pton(AF_INET, "93.184.216.34", &ipv4.sin_addr);
  EXPECT_EQ(classify(reinterpret_cast<const sockaddr&>(ipv4)), AddressClass::global);
  const sockaddr local{AF_UNIX, {}};
  EXPECT_EQ(classify(local), AddressClass::reserved);
}

TEST(AddressGuard, SpecialAddressesNeedANamedHost) {
  AddressGuard guard({"intranet.example"});
  EXPECT_TRUE(guard.allows("other.example", classify("8.8.8.8")));
  EXPECT_FALSE(guard.allows("other.example", classify("127.0.0.1")));
  EXPECT_FALSE(guard.allows("other.example", classify("169.254.169.254")));
  EXPECT_TRUE(guard.allows("intranet.example", classify("10.0.0.5")));
  EXPECT_TRUE(guard.allows("intranet.example", classify("fd00::5")));
}

TEST(AddressGuard, AChangedAnswerOfDnsLeadsNowhere) {
  AddressGuard guard({"private.example", "public.example"});
  EXPECT_TRUE(guard.allows("private.example", classify("10.0.0.5")));
  EXPECT_FALSE(guard.allows("private.example", classify("127.0.0.1")));
  EXPECT_TRUE(guard.allows("private.example", classify("8.8.8.8")));
  EXPECT_TRUE(guard.allows("private.example", classify("10.9.9.9")));
  EXPECT_TRUE(guard.allows("public.example", classify("8.8.8.8")));
  EXPECT_FALSE(guard.allows("public.example", classify("127.0.0.1")));
}

}  // namespace
}  // namespace veedor::net
