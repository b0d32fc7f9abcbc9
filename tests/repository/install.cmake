# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DFROM=<this folder> -DTO=<folder of the build tree> -P install.cmake
# Puts the reference repository with its modules into the build tree; does nothing when they are up to date.
file(GLOB files ${FROM}/*.mjs ${FROM}/package.json ${FROM}/package-lock.json ${FROM}/.npmrc)
file(COPY ${files} DESTINATION ${TO})
file(SHA256 ${FROM}/package-lock.json wanted)
set(stamp ${TO}/node_modules/.sohoa-lock)
if(EXISTS ${stamp})
  file(READ ${stamp} installed)
  if(installed STREQUAL wanted)
    return()
  endif()
endif()
find_program(node node)
find_program(npm npm)
if(NOT node OR NOT npm)
  message(FATAL_ERROR "The tests of the hand-over talk to a repository that runs on Node: "
                      "install the packages nodejs and npm.")
endif()
execute_process(COMMAND ${npm} ci --omit=dev --omit=optional --no-audit --no-fund WORKING_DIRECTORY ${TO}
                RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "npm ci failed in ${TO}: the reference repository of the tests needs its modules once.")
endif()
file(WRITE ${stamp} ${wanted})
