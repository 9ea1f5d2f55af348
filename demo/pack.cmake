# cmake -D OUT=archive -D ROOT=demo -D "FILES=a|b" -P pack.cmake: one file with every page, "path size\n" before each.
# The pages are text without NUL bytes, which is all that CMake can carry.
string(REPLACE "|" ";" FILES "${FILES}")
set(archive "")
foreach(file IN LISTS FILES)
  file(SIZE ${ROOT}/${file} size)
  file(READ ${ROOT}/${file} content)
  string(APPEND archive "${file} ${size}\n${content}")
endforeach()
file(WRITE ${OUT} "${archive}")
