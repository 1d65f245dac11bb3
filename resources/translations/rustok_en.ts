<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConflictBand</name>
    <message numerus="yes">
        <source>Saved by somebody else meanwhile: %n field(s) you changed too</source>
        <translation><numerusform>Saved by somebody else meanwhile: %n field you changed too</numerusform><numerusform>Saved by somebody else meanwhile: %n fields you changed too</numerusform></translation>
    </message>
</context>
<context>
    <name>EditorHeader</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation><numerusform>%n variant</numerusform><numerusform>%n variants</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved</source>
        <translation><numerusform>%n unsaved</numerusform><numerusform>%n unsaved</numerusform></translation>
    </message>
</context>
<context>
    <name>EmptyColumnBand</name>
    <message numerus="yes">
        <source>Column “%1” is present and empty: %Ln value(s) of the shop will be erased</source>
        <translation><numerusform>Column “%1” is present and empty: %Ln value of the shop will be erased</numerusform><numerusform>Column “%1” is present and empty: %Ln values of the shop will be erased</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Column “%1” is present and empty: %Ln value(s) of the shop are kept</source>
        <translation><numerusform>Column “%1” is present and empty: %Ln value of the shop are kept</numerusform><numerusform>Column “%1” is present and empty: %Ln values of the shop are kept</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>Import %Ln product(s)</source>
        <translation><numerusform>Import %Ln product</numerusform><numerusform>Import %Ln products</numerusform></translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message numerus="yes">
        <source>Add %n missing variant(s)</source>
        <translation><numerusform>Add %n missing variant</numerusform><numerusform>Add %n missing variants</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation><numerusform>%n variant</numerusform><numerusform>%n variants</numerusform></translation>
    </message>
</context>
<context>
    <name>PlanDelegate</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation><numerusform>and %Ln more</numerusform><numerusform>and %Ln more</numerusform></translation>
    </message>
</context>
<context>
    <name>ProductListPane</name>
    <message numerus="yes">
        <source>%n demo product(s) added</source>
        <translation><numerusform>%n demo product added</numerusform><numerusform>%n demo products added</numerusform></translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message numerus="yes">
        <source>Unsaved edits of %n product(s) were kept</source>
        <translation><numerusform>Unsaved edits of %n product were kept</numerusform><numerusform>Unsaved edits of %n products were kept</numerusform></translation>
    </message>
</context>
<context>
    <name>ProgressStep</name>
    <message numerus="yes">
        <source>about %Ln second(s) left</source>
        <translation><numerusform>about %Ln second left</numerusform><numerusform>about %Ln seconds left</numerusform></translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message numerus="yes">
        <source>%Ln cell(s) or row(s) were left out; the file of rejected rows says why.</source>
        <translation><numerusform>%Ln cell or row were left out; the file of rejected rows says why.</numerusform><numerusform>%Ln cells or rows were left out; the file of rejected rows says why.</numerusform></translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message numerus="yes">
        <source>products, %Ln variant(s)</source>
        <translation><numerusform>products, %Ln variant</numerusform><numerusform>products, %Ln variants</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>products, %Ln field(s)</source>
        <translation><numerusform>products, %Ln field</numerusform><numerusform>products, %Ln fields</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) in the file</source>
        <translation><numerusform>%Ln problem in the file</numerusform><numerusform>%Ln problems in the file</numerusform></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation><numerusform>%Ln change</numerusform><numerusform>%Ln changes</numerusform></translation>
    </message>
</context>
<context>
    <name>VariantsTab</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation><numerusform>%n variant</numerusform><numerusform>%n variants</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>◤ %n unsaved</source>
        <translation><numerusform>◤ %n unsaved</numerusform><numerusform>◤ %n unsaved</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) to fix</source>
        <translation><numerusform>%n cell to fix</numerusform><numerusform>%n cells to fix</numerusform></translation>
    </message>
</context>
</TS>
