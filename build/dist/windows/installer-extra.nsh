; What electron-builder's own NSIS script does not do.

; Always for the person who installs: nobody is asked for an administrator.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend

; Packages end in .zip as well: they are offered under 打开方式, the archiver stays what opens them.
!macro customInstall
  WriteRegStr HKCU "Software\Classes\Applications\sizhua.exe" "FriendlyAppName" "四抓台账"
  WriteRegStr HKCU "Software\Classes\Applications\sizhua.exe\SupportedTypes" ".zip" ""
  WriteRegStr HKCU "Software\Classes\Applications\sizhua.exe\shell\open\command" "" '"$INSTDIR\sizhua.exe" "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey HKCU "Software\Classes\Applications\sizhua.exe"
  ${ifNot} ${isUpdated}
    MessageBox MB_OK|MB_ICONINFORMATION "台账数据没有删除，仍在：$\r$\n$LOCALAPPDATA\sizhua$\r$\n$\r$\n重新安装后可接着使用。确实不再需要时，请自行删除这个文件夹。" /SD IDOK
  ${endIf}
!macroend
