@echo off
rem Starts the Migrator that was unpacked from the zip or, in a checkout, built by "mvn package".
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
for %%j in ("%~dp0..\target\migrator-*.jar" "%~dp0..\lib\migrator.jar") do if exist "%%~j" set "jar=%%~j"
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable --enable-native-access=ALL-UNNAMED -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true %MIGRATOR_JAVA_OPTS% -jar "%jar%" %*
