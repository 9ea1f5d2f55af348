// The numbers of CSS Color 4 §10 and §11: primaries of RGB spaces as matrices to CIE XYZ, adaptation of white
// points, and Oklab.
#pragma once

#include <array>

namespace veedor::css {

using Row = std::array<double, 3>;
using Matrix = std::array<Row, 3>;

constexpr Row multiply(const Matrix& m, const Row& v) {
  Row result{};
  for (std::size_t i = 0; i < 3; ++i) result[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  return result;
}

constexpr Matrix inverse(const Matrix& m) {
  const auto minor = [&](std::size_t r, std::size_t c) {
    const std::size_t r1 = (r + 1) % 3, r2 = (r + 2) % 3, c1 = (c + 1) % 3, c2 = (c + 2) % 3;
    return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
  };
  const double determinant = m[0][0] * minor(0, 0) + m[0][1] * minor(0, 1) + m[0][2] * minor(0, 2);
  Matrix result{};
  for (std::size_t r = 0; r < 3; ++r) {
    for (std::size_t c = 0; c < 3; ++c) result[c][r] = minor(r, c) / determinant;
  }
  return result;
}

// To XYZ with the white point D65.
inline constexpr Matrix kSrgb = {{{506752.0 / 1228815, 87881.0 / 245763, 12673.0 / 70218},
                                  {87098.0 / 409605, 175762.0 / 245763, 12673.0 / 175545},
                                  {7918.0 / 409605, 87881.0 / 737289, 1001167.0 / 1053270}}};
inline constexpr Matrix kDisplayP3 = {{{608311.0 / 1250200, 189793.0 / 714400, 198249.0 / 1000160},
                                       {35783.0 / 156275, 247089.0 / 357200, 198249.0 / 2500400},
                                       {0, 32229.0 / 714400, 5220557.0 / 5000800}}};
inline constexpr Matrix kA98 = {{{573536.0 / 994567, 263643.0 / 1420810, 187206.0 / 994567},
                                 {591459.0 / 1989134, 6239551.0 / 9945670, 374412.0 / 4972835},
                                 {53769.0 / 1989134, 351524.0 / 4972835, 4929758.0 / 4972835}}};
inline constexpr Matrix kRec2020 = {{{63426534.0 / 99577255, 20160776.0 / 139408157, 47086771.0 / 278816314},
                                     {26158966.0 / 99577255, 472592308.0 / 697040785, 8267143.0 / 139408157},
                                     {0, 19567812.0 / 697040785, 295819943.0 / 278816314}}};
// To XYZ with the white point D50.
inline constexpr Matrix kProPhoto = {{{0.79776664490064230, 0.13518129740053308, 0.03134773412839220},
                                      {0.28807482881940130, 0.71183523424187300, 0.00008993693872564},
                                      {0, 0, 0.82510460251046020}}};

inline constexpr Matrix kD65ToD50 = {{{1.0479297925449969, 0.022946870601609652, -0.05019226628920524},
                                      {0.02962780877005599, 0.9904344267538799, -0.017073799063418826},
                                      {-0.009243040646204504, 0.015055191490298152, 0.7518742814281371}}};
inline constexpr Row kWhiteD50 = {0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585};

inline constexpr Matrix kXyzToCones = {{{0.8190224379967030, 0.3619062600528904, -0.1288737815209879},
                                        {0.0329836539323885, 0.9292868615863434, 0.0361446663506424},
                                        {0.0481771893596242, 0.2642395317527308, 0.6335478284694309}}};
inline constexpr Matrix kConesToOklab = {{{0.2104542683093140, 0.7936177747023054, -0.0040720430116193},
                                          {1.9779985324311684, -2.4285922420485799, 0.4505937096174110},
                                          {0.0259040424655478, 0.7827717124575296, -0.8086757549230774}}};

}  // namespace veedor::css
