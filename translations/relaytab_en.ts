<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClientListWording</name>
    <message numerus="yes">
        <source>%1 allowed</source>
        <extracomment>How many clients of a list; %1 is the number</extracomment>
        <translation>
            <numerusform>%1 allowed</numerusform>
            <numerusform>%1 allowed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 refused</source>
        <extracomment>How many clients of a list; %1 is the number</extracomment>
        <translation>
            <numerusform>%1 refused</numerusform>
            <numerusform>%1 refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 mixed</source>
        <extracomment>How many nets of a list, of which some addresses may relay; %1 is the number</extracomment>
        <translation>
            <numerusform>%1 mixed</numerusform>
            <numerusform>%1 mixed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 depending on the server</source>
        <extracomment>How many clients of a list whose verdict depends on the server address; %1 is the number</extracomment>
        <translation>
            <numerusform>%1 depending on the server</numerusform>
            <numerusform>%1 depending on the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 not an address</source>
        <extracomment>How many lines of a list; %1 is the number</extracomment>
        <translation>
            <numerusform>%1 not an address</numerusform>
            <numerusform>%1 not addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 line(s): %2.</source>
        <extracomment>%1 is how many lines a list has, %2 for example &quot;3 allowed, 1 refused and 1 not an address&quot;</extracomment>
        <translation>
            <numerusform>%1 line: %2.</numerusform>
            <numerusform>%1 lines: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandText</name>
    <message numerus="yes">
        <source>%n line(s) is/are no address.</source>
        <extracomment>of standard input or the command line</extracomment>
        <translation>
            <numerusform>%n line is no address.</numerusform>
            <numerusform>%n lines are no address.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more.</source>
        <translation>
            <numerusform>and %n more.</numerusform>
            <numerusform>and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 row(s), now %3.</source>
        <translation>
            <numerusform>%1: %2 row, now %3.</numerusform>
            <numerusform>%1: %2 rows, now %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceWording</name>
    <message numerus="yes">
        <source>and %1 more net(s)</source>
        <extracomment>%1 is how many nets are not shown</extracomment>
        <translation>
            <numerusform>and %1 more net</numerusform>
            <numerusform>and %1 more nets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %1 more row(s)</source>
        <extracomment>%1 is how many rows are not shown</extracomment>
        <translation>
            <numerusform>and %1 more row</numerusform>
            <numerusform>and %1 more rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 row(s) become %3</source>
        <extracomment>%1 is the name of a list, %2 and %3 are how many rows it has and will have</extracomment>
        <translation>
            <numerusform>%1: %2 row becomes %3</numerusform>
            <numerusform>%1: %2 rows become %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The masks of %1 row(s) are repaired</source>
        <extracomment>%1 is how many</extracomment>
        <translation>
            <numerusform>The mask of %1 row is repaired</numerusform>
            <numerusform>The masks of %1 rows are repaired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) are repaired</source>
        <extracomment>%1 is a number</extracomment>
        <translation>
            <numerusform>%1 row is repaired</numerusform>
            <numerusform>%1 rows are repaired</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpectationWording</name>
    <message numerus="yes">
        <source>Expectation %1 is broken: “%2” does not hold, for %3 may relay (%4 of %5).</source>
        <translation>
            <numerusform>Expectation %1 is broken: “%2” does not hold, for %3 may relay (%4 of %5).</numerusform>
            <numerusform>Expectation %1 is broken: “%2” does not hold, for %3 may relay (%4 of %5).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expectation %1 is broken: “%2” does not hold, for %3 is refused (%4 of %5).</source>
        <extracomment>%1 counts expectations, %2 is for example &quot;10.0.0.0/8 may relay&quot;, %3 an address, %4 and %5 are how many addresses</extracomment>
        <translation>
            <numerusform>Expectation %1 is broken: “%2” does not hold, for %3 is refused (%4 of %5).</numerusform>
            <numerusform>Expectation %1 is broken: “%2” does not hold, for %3 is refused (%4 of %5).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 expectations hold.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>
            <numerusform>The %1 expectation holds.</numerusform>
            <numerusform>All %1 expectations hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 expectations hold.</source>
        <extracomment>Both are numbers</extracomment>
        <translation>
            <numerusform>%1 of %2 expectation holds.</numerusform>
            <numerusform>%1 of %2 expectations hold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWording</name>
    <message numerus="yes">
        <source>%1 comment(s) of rows</source>
        <extracomment>These stand in a list of what a file format cannot hold; %1 is how many</extracomment>
        <translation>
            <numerusform>%1 comment of a row</numerusform>
            <numerusform>%1 comments of rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) that is/are switched off</source>
        <translation>
            <numerusform>%1 row that is switched off</numerusform>
            <numerusform>%1 rows that are switched off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 expectation(s)</source>
        <translation>
            <numerusform>%1 expectation</numerusform>
            <numerusform>%1 expectations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 IPv6 row(s)</source>
        <translation>
            <numerusform>%1 IPv6 row</numerusform>
            <numerusform>%1 IPv6 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) that is/are no rule</source>
        <translation>
            <numerusform>%1 row that is no rule</numerusform>
            <numerusform>%1 rows that are no rule</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 list(s)</source>
        <translation>
            <numerusform>%1 list</numerusform>
            <numerusform>%1 lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more will be asked about.</source>
        <extracomment>After “Unsaved changes ... were found.”; %1 is how many</extracomment>
        <translation>
            <numerusform>%1 more will be asked about.</numerusform>
            <numerusform>%1 more will be asked about.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaskWording</name>
    <message numerus="yes">
        <source>This rule matches %1, scattered over %2 place(s).</source>
        <extracomment>%1 is for example &quot;128 addresses&quot;, %2 is a number</extracomment>
        <translation>
            <numerusform>This rule matches %1, scattered over %2 place.</numerusform>
            <numerusform>This rule matches %1, scattered over %2 places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undo Commands</name>
    <message numerus="yes">
        <source>Repair %n rule(s)</source>
        <translation>
            <numerusform>Repair %n rule</numerusform>
            <numerusform>Repair %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n rule(s) into %1</source>
        <translation>
            <numerusform>Paste %n rule into %1</numerusform>
            <numerusform>Paste %n rules into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n rule(s) in %1</source>
        <translation>
            <numerusform>Duplicate %n rule in %1</numerusform>
            <numerusform>Duplicate %n rules in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n rule(s) to %1</source>
        <translation>
            <numerusform>Add %n rule to %1</numerusform>
            <numerusform>Add %n rules to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n rule(s) in %1</source>
        <translation>
            <numerusform>Replace %n rule in %1</numerusform>
            <numerusform>Replace %n rules in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rule(s) from %1</source>
        <translation>
            <numerusform>Remove %n rule from %1</numerusform>
            <numerusform>Remove %n rules from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn on %n rule(s) in %1</source>
        <translation>
            <numerusform>Turn on %n rule in %1</numerusform>
            <numerusform>Turn on %n rules in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn off %n rule(s) in %1</source>
        <translation>
            <numerusform>Turn off %n rule in %1</numerusform>
            <numerusform>Turn off %n rules in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n rule(s) in %1</source>
        <translation>
            <numerusform>Move %n rule in %1</numerusform>
            <numerusform>Move %n rules in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n rule(s)</source>
        <translation>
            <numerusform>Duplicate %n rule</numerusform>
            <numerusform>Duplicate %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rule(s)</source>
        <translation>
            <numerusform>Remove %n rule</numerusform>
            <numerusform>Remove %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn on %n rule(s)</source>
        <translation>
            <numerusform>Turn on %n rule</numerusform>
            <numerusform>Turn on %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn off %n rule(s)</source>
        <translation>
            <numerusform>Turn off %n rule</numerusform>
            <numerusform>Turn off %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n expectation(s)</source>
        <translation>
            <numerusform>Add %n expectation</numerusform>
            <numerusform>Add %n expectations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n expectation(s)</source>
        <translation>
            <numerusform>Remove %n expectation</numerusform>
            <numerusform>Remove %n expectations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n rule(s) of %1</source>
        <translation>
            <numerusform>Merge %n rule of %1</numerusform>
            <numerusform>Merge %n rules of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>Row %1 (%2) comes nearest: it differs in %3 octet(s).</source>
        <extracomment>%1 is the number of a row, %2 its rule, %3 how many of the four octets differ, two at least</extracomment>
        <translation>
            <numerusform>Row %1 (%2) comes nearest: it differs in %3 octet.</numerusform>
            <numerusform>Row %1 (%2) comes nearest: it differs in %3 octets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Row %1 (%2) comes nearest: it differs in %3 group(s).</source>
        <extracomment>%1 is the number of a row, %2 its rule, %3 how many of the eight groups of an IPv6 address differ, two at least</extracomment>
        <translation>
            <numerusform>Row %1 (%2) comes nearest: it differs in %3 group.</numerusform>
            <numerusform>Row %1 (%2) comes nearest: it differs in %3 groups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on the Internet can send through this server without authenticating.</source>
        <extracomment>%1 is for example &quot;65,536 addresses&quot;</extracomment>
        <translation>
            <numerusform>%1 on the Internet can send through this server without authenticating.</numerusform>
            <numerusform>%1 on the Internet can send through this server without authenticating.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 can send through this server without authenticating.</source>
        <extracomment>%1 is for example &quot;377 addresses&quot;</extracomment>
        <translation>
            <numerusform>%1 can send through this server without authenticating.</numerusform>
            <numerusform>%1 can send through this server without authenticating.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everyone may relay except %1 in Deny.</source>
        <extracomment>%1 is for example &quot;8 addresses&quot;</extracomment>
        <translation>
            <numerusform>Everyone may relay except %1 in Deny.</numerusform>
            <numerusform>Everyone may relay except %1 in Deny.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may relay, more than half of the Internet.</source>
        <extracomment>%1 is for example &quot;3,000,000,000 addresses&quot;</extracomment>
        <translation>
            <numerusform>%1 may relay, more than half of the Internet.</numerusform>
            <numerusform>%1 may relay, more than half of the Internet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1, authenticated clients and clients that connect to a Local address may relay.</source>
        <extracomment>%1 is for example &quot;377 addresses&quot;</extracomment>
        <translation>
            <numerusform>Only %1, authenticated clients and clients that connect to a Local address may relay.</numerusform>
            <numerusform>Only %1, authenticated clients and clients that connect to a Local address may relay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 and authenticated clients may relay.</source>
        <extracomment>%1 is for example &quot;377 addresses&quot;</extracomment>
        <translation>
            <numerusform>Only %1 and authenticated clients may relay.</numerusform>
            <numerusform>Only %1 and authenticated clients may relay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 and clients that connect to a Local address may relay.</source>
        <extracomment>%1 is for example &quot;377 addresses&quot;</extracomment>
        <translation>
            <numerusform>Only %1 and clients that connect to a Local address may relay.</numerusform>
            <numerusform>Only %1 and clients that connect to a Local address may relay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 may relay.</source>
        <extracomment>%1 is for example &quot;377 addresses&quot;</extracomment>
        <translation>
            <numerusform>Only %1 may relay.</numerusform>
            <numerusform>Only %1 may relay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of them is/are denied</source>
        <extracomment>Status of a row; %1 is how many of its addresses</extracomment>
        <translation>
            <numerusform>%1 of them is denied</numerusform>
            <numerusform>%1 of them are denied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Internet address(es)</source>
        <extracomment>Status of a row; %1 is how many</extracomment>
        <translation>
            <numerusform>%1 Internet address</numerusform>
            <numerusform>%1 Internet addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The mask has gaps: it matches %1 scattered address(es).</source>
        <extracomment>%1 is how many</extracomment>
        <translation>
            <numerusform>The mask has gaps: it matches %1 scattered address.</numerusform>
            <numerusform>The mask has gaps: it matches %1 scattered addresses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The mask repeats the host number. An old instruction advised this (Q258140); it lets in %1 address(es).</source>
        <extracomment>%1 is how many addresses</extracomment>
        <translation>
            <numerusform>The mask repeats the host number. An old instruction advised this (Q258140); it lets in %1 address.</numerusform>
            <numerusform>The mask repeats the host number. An old instruction advised this (Q258140); it lets in %1 addresses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of its addresses is/are refused by Deny row %2.</source>
        <extracomment>%1 is how many addresses of a row, %2 the number of a row in the list Deny</extracomment>
        <translation>
            <numerusform>%1 of its addresses is refused by Deny row %2.</numerusform>
            <numerusform>%1 of its addresses are refused by Deny row %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of its addresses is/are refused by Deny.</source>
        <extracomment>%1 is how many addresses of a row</extracomment>
        <translation>
            <numerusform>%1 of its addresses is refused by Deny.</numerusform>
            <numerusform>%1 of its addresses are refused by Deny.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everyone may relay: %1 row(s) together match every address.</source>
        <extracomment>%1 is how many rows</extracomment>
        <translation>
            <numerusform>Everyone may relay: %1 row matches every address.</numerusform>
            <numerusform>Everyone may relay: %1 rows together match every address.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Internet address(es) may relay because of this row. Is it meant to be that wide?</source>
        <extracomment>%1 is how many</extracomment>
        <translation>
            <numerusform>%1 Internet address may relay because of this row. Is it meant to be that wide?</numerusform>
            <numerusform>%1 Internet addresses may relay because of this row. Is it meant to be that wide?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is switched off: its %2 row(s) have no effect.</source>
        <extracomment>%1 is the name of a list, %2 how many rows it has</extracomment>
        <translation>
            <numerusform>%1 is switched off: its %2 row has no effect.</numerusform>
            <numerusform>%1 is switched off: its %2 rows have no effect.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Already covered by %1 row(s) together.</source>
        <extracomment>%1 is how many other rows</extracomment>
        <translation>
            <numerusform>Already covered by %1 row.</numerusform>
            <numerusform>Already covered by %1 rows together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 address(es)</source>
        <extracomment>%1 is how many, for example 1,024 or 2^96</extracomment>
        <translation>
            <numerusform>%1 address</numerusform>
            <numerusform>%1 addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 IPv6 address(es)</source>
        <extracomment>%1 is how many, for example 1,024 or 2^96</extracomment>
        <translation>
            <numerusform>%1 IPv6 address</numerusform>
            <numerusform>%1 IPv6 addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of them is/are on the Internet.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>
            <numerusform>%1 of them is on the Internet.</numerusform>
            <numerusform>%1 of them are on the Internet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is/are always refused.</source>
        <extracomment>%1 is for example &quot;8 addresses&quot;</extracomment>
        <translation>
            <numerusform>%1 is always refused.</numerusform>
            <numerusform>%1 are always refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comments, rows that are switched off, expectations: %1 of them is/are not kept in this kind of file. A YAML project keeps everything.</source>
        <extracomment>%1 is how many comments, rows and expectations together</extracomment>
        <translation>
            <numerusform>Comments, rows that are switched off, expectations: %1 of them is not kept in this kind of file. A YAML project keeps everything.</numerusform>
            <numerusform>Comments, rows that are switched off, expectations: %1 of them are not kept in this kind of file. A YAML project keeps everything.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relaytab::ExpectationsFlow</name>
    <message numerus="yes">
        <source>%Ln expectation(s) broken</source>
        <translation>
            <numerusform>%Ln expectation broken</numerusform>
            <numerusform>%Ln expectations broken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relaytab::FileNotices</name>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relaytab::FlagsPanel</name>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relaytab::MainWindow</name>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relaytab::PasteReport</name>
    <message numerus="yes">
        <source>%Ln line(s) became rules</source>
        <translation>
            <numerusform>%Ln line became rules</numerusform>
            <numerusform>%Ln lines became rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) did not</source>
        <translation>
            <numerusform>%Ln line did not</numerusform>
            <numerusform>%Ln lines did not</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relaytab::SaveFlow</name>
    <message numerus="yes">
        <source>%Ln row(s) is/are no rule yet</source>
        <translation>
            <numerusform>%Ln row is no rule yet</numerusform>
            <numerusform>%Ln rows are no rule yet</numerusform>
        </translation>
    </message>
</context>
</TS>
