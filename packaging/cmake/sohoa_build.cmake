# SPDX-License-Identifier: GPL-3.0-or-later
# Language level, warnings, sanitizers and the two functions that every module is made with.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)
# Some libraries' pkg-config files ask for it, and what is made without cannot use the same precompiled header.
add_compile_options(-pthread)

# The linker is a good part of a build with many test programs.
find_program(SOHOA_MOLD mold)
if(SOHOA_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

if(SOHOA_CCACHE)
  find_program(SOHOA_CCACHE_PROGRAM ccache)
  if(SOHOA_CCACHE_PROGRAM)
    # Without these two a file that stands on a precompiled header is never found in the cache (ccache's manual,
    # "Precompiled headers").
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${SOHOA_CCACHE_PROGRAM})
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  endif()
endif()

add_library(sohoa_warnings INTERFACE)
target_compile_options(sohoa_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  -Wnull-dereference -Werror
  # A designated initializer names what differs from the defaults; g++ 12 warns of the rest.
  -Wno-missing-field-initializers)
target_compile_definitions(sohoa_warnings INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_NO_JAVA_STYLE_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  $<$<CONFIG:Debug>:QT_FORCE_ASSERTS> $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

# From g++ 13 on, optimized code is accused of null dereferences inside Qt's and the standard library's own headers.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
  target_compile_options(sohoa_warnings INTERFACE -Wno-null-dereference)
endif()

if(SOHOA_SANITIZE)
  add_compile_options(-fsanitize=${SOHOA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SOHOA_SANITIZE})
  # g++ 12 reports null dereferences inside the sanitizers' own instrumentation.
  target_compile_options(sohoa_warnings INTERFACE -Wno-null-dereference -Wno-maybe-uninitialized)
endif()

# What a source keeps to itself looks to g++ like a header's when the source is included in another.
if(SOHOA_UNITY)
  target_compile_options(sohoa_warnings INTERFACE -Wno-subobject-linkage)
endif()

# sohoa_precompile(<target> <name>): the target reads its commonest headers as packaging/cmake/<name>_headers.h, compiled
# once. Every source still includes what it uses: the preset dev builds without.
function(sohoa_precompile target name)
  if(NOT SOHOA_PRECOMPILE)
    return()
  endif()
  set(shared sohoa_precompiled_${name})
  if(NOT TARGET ${shared})
    file(WRITE ${PROJECT_BINARY_DIR}/${shared}.cpp "")
    add_library(${shared} OBJECT ${PROJECT_BINARY_DIR}/${shared}.cpp)
    target_link_libraries(${shared} PRIVATE sohoa_warnings ${ARGN})
    target_precompile_headers(${shared} PRIVATE ${PROJECT_SOURCE_DIR}/packaging/cmake/${name}_headers.h)
    set_target_properties(${shared} PROPERTIES AUTOMOC OFF)
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
      target_compile_options(${shared} PRIVATE -fpch-preprocess)
    endif()
  endif()
  target_precompile_headers(${target} REUSE_FROM ${shared})
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # Programs would be made with -fPIE, and a precompiled header serves only what is made like itself.
    target_compile_options(${target} PRIVATE -fpch-preprocess -fPIC)
  endif()
endfunction()

# sohoa_library(<module> HEADERS … SOURCES … [PUBLIC …] [PRIVATE …] [PRECOMPILED core|window|none] [PIXELS])
#   A static library `sohoa_<module>`, alias `sohoa::<module>`. Headers are found from the top of the tree
#   ("core/base/error.h") and each is compiled alone by the target all_verify_interface_header_sets. With SOHOA_UNITY
#   several sources are compiled as one: names in their anonymous namespaces must differ within a module.
#   PIXELS: loops over every pixel of a page. With sanitizers and without optimization reading a page took three times
#   as long, most of it in these loops, so they are optimized there as well.
function(sohoa_library module)
  cmake_parse_arguments(PARSE_ARGV 1 arg "PIXELS" "PRECOMPILED" "HEADERS;SOURCES;PUBLIC;PRIVATE")
  set(target sohoa_${module})
  if(arg_PIXELS AND SOHOA_SANITIZE)
    set(arg_PRECOMPILED none) # made with other options
  endif()
  set(kind STATIC)
  set(scope PUBLIC)
  if(NOT arg_SOURCES)
    set(kind INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(${target} ${kind})
  add_library(sohoa::${module} ALIAS ${target})
  if(arg_SOURCES)
    target_sources(${target} PRIVATE ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE sohoa_warnings ${arg_PRIVATE})
    set_target_properties(${target} PROPERTIES AUTOMOC ON UNITY_BUILD ${SOHOA_UNITY})
    if(arg_PIXELS AND SOHOA_SANITIZE)
      target_compile_options(${target} PRIVATE -O1)
    endif()
    if(arg_PRECOMPILED STREQUAL window)
      sohoa_precompile(${target} window sohoa::base Qt6::Widgets)
    elseif(NOT arg_PRECOMPILED STREQUAL none)
      sohoa_precompile(${target} core Qt6::Core tl::expected)
    endif()
  endif()
  target_sources(${target} ${scope} FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
  target_link_libraries(${target} ${scope} ${arg_PUBLIC})
endfunction()

# sohoa_test(<name> SOURCES … LIBRARIES … [GUI] [SLOW] [ENVIRONMENT …])
#   One Catch2 program and one CTest entry. GUI programs get a QApplication (offscreen unless told otherwise).
function(sohoa_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "GUI;SLOW" "" "SOURCES;LIBRARIES;ENVIRONMENT")
  set(target test_${name})
  set(main sohoa_test_main)
  if(arg_GUI)
    set(main sohoa_test_main_gui)
  endif()
  add_executable(${target} ${arg_SOURCES})
  set(unity ${SOHOA_UNITY})
  if(arg_GUI) # They speak of the same parts of the window, under the same names.
    set(unity OFF)
  endif()
  set_target_properties(${target} PROPERTIES AUTOMOC OFF UNITY_BUILD ${unity}
                        RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_link_libraries(${target} PRIVATE sohoa_warnings ${main} ${arg_LIBRARIES})
  sohoa_precompile(${target} test sohoa_test_support)
  add_test(NAME ${name} COMMAND ${target})
  set(environment "SOHOA_BIN=${PROJECT_BINARY_DIR}/bin" "SOHOA_RESOURCES=${PROJECT_SOURCE_DIR}/resources"
      "QT_QPA_PLATFORM=offscreen" ${arg_ENVIRONMENT})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}" TIMEOUT 600)
  if(arg_SLOW)
    set_tests_properties(${name} PROPERTIES LABELS slow)
  endif()
endfunction()
