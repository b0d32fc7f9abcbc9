# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DPROGRAM=… -DTEMPLATE=… -DPAGE=… -DCOMPLETION=… -P: what the program says of itself, as files to install.
foreach(form man bash)
  execute_process(COMMAND ${PROGRAM} --lang en completion ${form} OUTPUT_VARIABLE said_${form} RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} completion ${form} failed: ${status}")
  endif()
endforeach()
string(STRIP "${said_man}" SOHOA_COMMANDS)
configure_file(${TEMPLATE} ${PAGE} @ONLY)
file(WRITE ${COMPLETION} "${said_bash}")
