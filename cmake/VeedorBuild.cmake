# Flags that every target shares, and the two functions that declare a folder's library and its tests.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(VEEDOR_TESTS "Build the tests" ON)
option(VEEDOR_BENCHES "Build the benchmarks" OFF)
option(VEEDOR_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(VEEDOR_FUZZ "Build the fuzz targets: needs clang and its libFuzzer" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")  # sanitizers and tests want speed and line numbers, not every variable

add_library(veedor_flags INTERFACE)
target_compile_options(veedor_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                                              -Wnon-virtual-dtor -Wold-style-cast -Wimplicit-fallthrough -Wno-missing-field-initializers
                                              $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> -Werror)
if(VEEDOR_SANITIZE)
  target_compile_options(veedor_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(veedor_flags INTERFACE -fsanitize=address,undefined)
endif()
if(VEEDOR_FUZZ)
  target_compile_options(veedor_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
                                                -fno-omit-frame-pointer)
  target_link_options(veedor_flags INTERFACE -fsanitize=address,undefined)
endif()
# Third-party headers come in as SYSTEM, so the flags above judge only our own code.

# veedor_library(NAME SOURCES … [DEPENDS …] [PRIVATE_LIBRARIES …])
# NAME is the folder ("url" is scanner/url). DEPENDS are other folders: the link graph is the table of DESIGN.md.
function(veedor_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE_LIBRARIES" ${ARGN})
  add_library(veedor_${name} STATIC ${ARG_SOURCES})
  add_library(veedor::${name} ALIAS veedor_${name})
  target_include_directories(veedor_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(veedor_${name} PRIVATE veedor_flags ${ARG_PRIVATE_LIBRARIES})
  foreach(dependency IN LISTS ARG_DEPENDS)
    target_link_libraries(veedor_${name} PUBLIC veedor::${dependency})
  endforeach()
endfunction()

# veedor_words(TARGET BUNDLE FOLDER): compiles FOLDER/en.md and FOLDER/es.md into BUNDLE_words.h, included as "words/BUNDLE_words.h".
function(veedor_words target bundle folder)
  set(out ${PROJECT_BINARY_DIR}/generated/words/${bundle}_words)
  add_custom_command(OUTPUT ${out}.h ${out}.cpp
    COMMAND veedor_catalog words ${bundle} ${folder} ${out}.h ${out}.cpp
    DEPENDS veedor_catalog ${folder}/en.md ${folder}/es.md
    COMMENT "Compiling the words of ${bundle}" VERBATIM)
  target_sources(${target} PRIVATE ${out}.cpp ${out}.h)
  target_include_directories(${target} PUBLIC ${PROJECT_BINARY_DIR}/generated)
endfunction()

# veedor_embed(TARGET SYMBOL FILE): puts FILE's bytes into the binary as veedor::data::SYMBOL, a std::string_view
# declared in "data/SYMBOL.h".
function(veedor_embed target symbol file)
  set(out ${PROJECT_BINARY_DIR}/generated/data/${symbol})
  add_custom_command(OUTPUT ${out}.h ${out}.cpp
    COMMAND veedor_catalog embed ${symbol} ${file} ${out}.h ${out}.cpp
    DEPENDS veedor_catalog ${file} COMMENT "Embedding ${file}" VERBATIM)
  target_sources(${target} PRIVATE ${out}.cpp ${out}.h)
  target_include_directories(${target} PUBLIC ${PROJECT_BINARY_DIR}/generated)
endfunction()
