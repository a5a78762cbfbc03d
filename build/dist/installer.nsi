; makensis -INPUTCHARSET UTF8 -DVERSION=… -DSOURCE=<win-unpacked> -DOUT=<setup.exe> -DICON=<icon.ico> build/dist/installer.nsi
; The installer of a machine where electron-builder's own NSIS bundle is out of reach: plain NSIS 3, no plugin but its own.
; Same rules as electron-builder's: for one person, no administrator, a folder of choice, the data stay.
Unicode true
Target amd64-unicode
ManifestDPIAware true
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define NAME "四抓台账"
!define PROGRAM "sizhua.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\cn.sizhua.ledger"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${OUT}"
; A trial is packed quickly, what is handed out small.
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\sizhua"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 ProductName "${NAME}"
VIAddVersionKey /LANG=2052 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=2052 FileVersion "${VERSION}"
VIAddVersionKey /LANG=2052 FileDescription "${NAME}安装程序"
VIAddVersionKey /LANG=2052 LegalCopyright "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "将安装 ${NAME} ${VERSION}。$\r$\n$\r$\n只为当前用户安装，不需要管理员密码。已有的台账数据（$LOCALAPPDATA\sizhua）不会改动。$\r$\n$\r$\n安装前请先关闭正在运行的四抓台账。"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将卸载 ${NAME}。台账数据不会删除，仍在 $LOCALAPPDATA\sizhua，重新安装后可接着使用。"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; The uninstaller empties its folder, so the wizard takes none in which something else lies.
Function .onVerifyInstDir
  IfFileExists "$INSTDIR\${PROGRAM}" ours
  ${DirState} "$INSTDIR" $0
  StrCmp $0 "1" 0 ours
  Abort
  ours:
FunctionEnd

Section "install"
  SetRegView 64
  SetShellVarContext current
  ; Files of the version before that this one no longer has.
  RMDir /r "$INSTDIR\resources"
  RMDir /r "$INSTDIR\locales"
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  CreateShortCut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME} ${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0

  ; Only our own ending is taken over; .zip stays with the archiver and gets us under 打开方式.
  WriteRegStr HKCU "${CLASSES}\.szpkg" "" "sizhua.package"
  WriteRegStr HKCU "${CLASSES}\sizhua.package" "" "四抓台账交换文件"
  WriteRegStr HKCU "${CLASSES}\sizhua.package\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\sizhua.package\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}\SupportedTypes" ".zip" ""
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
SectionEnd

Section "un.install"
  SetRegView 64
  SetShellVarContext current
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ; A portable copy keeps its data in the program's folder: such a folder is not emptied.
  ${IfNot} ${FileExists} "$INSTDIR\sizhua-data\*.*"
    RMDir /r "$INSTDIR"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\sizhua.package"
  DeleteRegKey HKCU "${CLASSES}\.szpkg"
  DeleteRegKey HKCU "${CLASSES}\Applications\${PROGRAM}"
  DeleteRegKey HKCU "${UNINSTALL}"
  MessageBox MB_OK|MB_ICONINFORMATION "台账数据没有删除，仍在：$\r$\n$LOCALAPPDATA\sizhua$\r$\n$\r$\n重新安装后可接着使用。确实不再需要时，请自行删除这个文件夹。" /SD IDOK
SectionEnd
