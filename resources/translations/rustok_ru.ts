<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>Data: {folder}</source>
        <translation>Данные: {folder}</translation>
    </message>
</context>
<context>
    <name>ActionGroups</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Правка</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Склад</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Медиа</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Переход</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open data folder</source>
        <translation>Открыть папку с данными</translation>
    </message>
    <message>
        <source>Open logs</source>
        <translation>Открыть журналы</translation>
    </message>
    <message>
        <source>Search or run a command…</source>
        <translation>Найти или выполнить команду…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Import or export pages and posts…</source>
        <translation>Импорт и экспорт страниц и записей…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Коллега</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Магазин</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Коллекция</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>В корзине</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Восстановлено</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Out of the archive</source>
        <translation>Из архива</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликовано</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>новых: {count}</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>изменено: {count}</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>отклонено: {count}</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>прервано</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>running</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>{field} of {variant}</source>
        <translation>{field}: {variant}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>set</source>
        <translation>задано</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Main language</source>
        <translation>Основной язык</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Прайс-лист</translation>
    </message>
    <message>
        <source>Price in the list</source>
        <translation>Цена в прайс-листе</translation>
    </message>
    <message>
        <source>Further currencies</source>
        <translation>Дополнительные валюты</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Окончание</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>Не дубликаты</translation>
    </message>
    <message>
        <source>Page or post</source>
        <translation>Страница или запись</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Stocktake</source>
        <translation>Инвентаризация</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Запланировано</translation>
    </message>
    <message>
        <source>Not scheduled any more</source>
        <translation>Снято с расписания</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Краткое описание</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
</context>
<context>
    <name>ActivityCard</name>
    <message>
        <source>Activity</source>
        <translation>Последние действия</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>Whatever you change will be listed here: who, when, from what to what.</source>
        <translation>Здесь будет видно всё, что вы измените: кто, когда, что было и что стало.</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>Show earlier</source>
        <translation>Показать более ранние</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln товар</numerusform>
            <numerusform>%Ln товара</numerusform>
            <numerusform>%Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln объект</numerusform>
            <numerusform>%Ln объекта</numerusform>
            <numerusform>%Ln объектов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s)</source>
        <translation>
            <numerusform>%Ln поле</numerusform>
            <numerusform>%Ln поля</numerusform>
            <numerusform>%Ln полей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>“{title}” has another time</source>
        <translation>«{title}»: время изменено</translation>
    </message>
    <message>
        <source>“{title}” is not scheduled any more</source>
        <translation>«{title}» больше не запланировано</translation>
    </message>
    <message>
        <source>“{title}” is published</source>
        <translation>«{title}» опубликовано</translation>
    </message>
    <message>
        <source>“{title}” is a draft again</source>
        <translation>«{title}» снова черновик</translation>
    </message>
    <message>
        <source>goes live</source>
        <translation>публикация</translation>
    </message>
    <message>
        <source>is taken back</source>
        <translation>снятие</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Опубликовать сейчас</translation>
    </message>
    <message>
        <source>Take back now</source>
        <translation>Снять сейчас</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>What the clock will do</source>
        <translation>Что произойдёт по часам</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>День и время</translation>
    </message>
    <message>
        <source>Change the time</source>
        <translation>Изменить время</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Показать текст</translation>
    </message>
    <message>
        <source>To Pages &amp; posts</source>
        <translation>К страницам и записям</translation>
    </message>
    <message>
        <source>Nothing is scheduled</source>
        <translation>Ничего не запланировано</translation>
    </message>
    <message>
        <source>Give a draft a day and an hour, and it goes live by itself; here you see when.</source>
        <translation>Назначьте черновику день и час, и он опубликуется сам; здесь видно когда.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Завтра</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Something went wrong in the program. What was saved is safe.</source>
        <translation>В программе произошла ошибка. Всё сохранённое цело.</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>Failed</source>
        <translation>Сбой</translation>
    </message>
    <message numerus="yes">
        <source>change(s) missing from lists and search.</source>
        <translation>
            <numerusform>изменение не попало в списки и поиск.</numerusform>
            <numerusform>изменения не попали в списки и поиск.</numerusform>
            <numerusform>изменений не попали в списки и поиск.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rebuild the index</source>
        <translation>Перестроить индекс</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Прервано</translation>
    </message>
    <message numerus="yes">
        <source>import(s) stopped half-way. What was written is kept.</source>
        <translation>
            <numerusform>импорт остановился на полпути. Записанное сохранено.</numerusform>
            <numerusform>импорта остановились на полпути. Записанное сохранено.</numerusform>
            <numerusform>импортов остановились на полпути. Записанное сохранено.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>Импортировать снова</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Нет в наличии</translation>
    </message>
    <message numerus="yes">
        <source>product(s) sold out: nothing left in stock.</source>
        <translation>
            <numerusform>товар распродан: остатка нет.</numerusform>
            <numerusform>товара распроданы: остатка нет.</numerusform>
            <numerusform>товаров распроданы: остатка нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>See what is sold out</source>
        <translation>Что распродано</translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation>Мало</translation>
    </message>
    <message numerus="yes">
        <source>product(s) nearly sold out.</source>
        <translation>
            <numerusform>товар почти распродан.</numerusform>
            <numerusform>товара почти распроданы.</numerusform>
            <numerusform>товаров почти распроданы.</numerusform>
        </translation>
    </message>
    <message>
        <source>See low stock</source>
        <translation>Что заканчивается</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>Не сохранено</translation>
    </message>
    <message numerus="yes">
        <source>product(s) with edits typed but not yet saved.</source>
        <translation>
            <numerusform>товар с набранными, но не сохранёнными правками.</numerusform>
            <numerusform>товара с набранными, но не сохранёнными правками.</numerusform>
            <numerusform>товаров с набранными, но не сохранёнными правками.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Продолжить правку</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Черновики</translation>
    </message>
    <message numerus="yes">
        <source>product(s) still in draft, not yet on sale.</source>
        <translation>
            <numerusform>товар в черновике и ещё не в продаже.</numerusform>
            <numerusform>товара в черновиках и ещё не в продаже.</numerusform>
            <numerusform>товаров в черновиках и ещё не в продаже.</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish drafts</source>
        <translation>Закончить черновики</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Nothing needs you right now.</source>
        <translation>Сейчас ничего не требует внимания.</translation>
    </message>
</context>
<context>
    <name>BlockChoices</name>
    <message>
        <source>of a category</source>
        <translation>из категории</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>по центру</translation>
    </message>
    <message>
        <source>chosen ones</source>
        <translation>выбранные</translation>
    </message>
    <message>
        <source>of a collection</source>
        <translation>из коллекции</translation>
    </message>
    <message>
        <source>full width</source>
        <translation>во всю ширину</translation>
    </message>
    <message>
        <source>large</source>
        <translation>большой</translation>
    </message>
    <message>
        <source>left</source>
        <translation>слева</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>средний</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>новинки</translation>
    </message>
    <message>
        <source>as wide as the text</source>
        <translation>по ширине текста</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>заметная</translation>
    </message>
    <message>
        <source>right</source>
        <translation>справа</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>спокойная</translation>
    </message>
    <message>
        <source>small</source>
        <translation>маленький</translation>
    </message>
    <message>
        <source>wider</source>
        <translation>шире текста</translation>
    </message>
</context>
<context>
    <name>BlockFields</name>
    <message>
        <source>Postal address</source>
        <translation>Почтовый адрес</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Выравнивание</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>Замещающий текст</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>Кто это говорит</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Кнопка</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Captions, one per line</source>
        <translation>Подписи, по одной в строке</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Согласие</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>Выделить</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Пункты</translation>
    </message>
    <message>
        <source>Programming language</source>
        <translation>Язык программирования</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Link to a map</source>
        <translation>Ссылка на карту</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Price and link of each entry</source>
        <translation>Цена и ссылка каждого пункта</translation>
    </message>
    <message>
        <source>What it includes, one per line</source>
        <translation>Что входит, по одному в строке</translation>
    </message>
    <message>
        <source>Chosen products</source>
        <translation>Выбранные товары</translation>
    </message>
    <message>
        <source>Who that is</source>
        <translation>Должность или роль</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Which products</source>
        <translation>Какие товары</translation>
    </message>
    <message>
        <source>Collection or category</source>
        <translation>Коллекция или категория</translation>
    </message>
    <message>
        <source>Below the headline</source>
        <translation>Под заголовком</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
</context>
<context>
    <name>BlockPanel</name>
    <message>
        <source>The same in every language</source>
        <translation>Одинаково на всех языках</translation>
    </message>
</context>
<context>
    <name>Blocks</name>
    <message>
        <source>Hero</source>
        <translation>Обложка</translation>
    </message>
    <message>
        <source>The large opening: a headline, a picture, one button.</source>
        <translation>Крупное начало страницы: заголовок, изображение, одна кнопка.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Paragraphs, headings and lists, written in Markdown.</source>
        <translation>Абзацы, заголовки и списки в Markdown.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>One picture with a caption, as wide as you like.</source>
        <translation>Одно изображение с подписью, любой ширины.</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Галерея</translation>
    </message>
    <message>
        <source>Several pictures in columns.</source>
        <translation>Несколько изображений в столбцах.</translation>
    </message>
    <message>
        <source>Call to action</source>
        <translation>Призыв</translation>
    </message>
    <message>
        <source>A sentence and a button that leads on.</source>
        <translation>Фраза и кнопка, которая ведёт дальше.</translation>
    </message>
    <message>
        <source>Advantages</source>
        <translation>Преимущества</translation>
    </message>
    <message>
        <source>What speaks for you, side by side.</source>
        <translation>Что говорит в вашу пользу, рядом друг с другом.</translation>
    </message>
    <message>
        <source>Testimonials</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>What customers say, with their names.</source>
        <translation>Что говорят покупатели, с именами.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
    <message>
        <source>Plans or packages with prices to compare.</source>
        <translation>Тарифы или наборы с ценами для сравнения.</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Вопросы и ответы</translation>
    </message>
    <message>
        <source>What people ask most, answered.</source>
        <translation>Ответы на самые частые вопросы.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Mail, phone, address and a map.</source>
        <translation>Почта, телефон, адрес и карта.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Products in columns: the newest, a collection, or chosen ones.</source>
        <translation>Товары в столбцах: новинки, коллекция или выбранные.</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Рассылка</translation>
    </message>
    <message>
        <source>Visitors leave their address for news.</source>
        <translation>Посетители оставляют почту, чтобы получать новости.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>A film from elsewhere, with a picture before it plays.</source>
        <translation>Ролик с другого сайта и заставка до его начала.</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Your own HTML; what could run in it is taken out.</source>
        <translation>Ваш HTML; всё, что могло бы в нём выполняться, убирается.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Отступ</translation>
    </message>
    <message>
        <source>Room between two blocks.</source>
        <translation>Место между двумя блоками.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>A listing, shown as it is written.</source>
        <translation>Листинг, показанный как есть.</translation>
    </message>
</context>
<context>
    <name>BuilderActions</name>
    <message>
        <source>Add a block to the page</source>
        <translation>Добавить блок на страницу</translation>
    </message>
    <message>
        <source>Duplicate block</source>
        <translation>Дублировать блок</translation>
    </message>
    <message>
        <source>Hide or show block</source>
        <translation>Скрыть или показать блок</translation>
    </message>
    <message>
        <source>Remove block</source>
        <translation>Убрать блок</translation>
    </message>
</context>
<context>
    <name>BuilderPage</name>
    <message>
        <source>Page builder</source>
        <translation>Конструктор страниц</translation>
    </message>
    <message>
        <source>Show the block again (Ctrl+H)</source>
        <translation>Снова показать блок (Ctrl+H)</translation>
    </message>
    <message>
        <source>Hide the block (Ctrl+H)</source>
        <translation>Скрыть блок (Ctrl+H)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Пишем…</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ещё не сохранено</translation>
    </message>
    <message>
        <source>The red fields say what is missing.</source>
        <translation>Красные поля говорят, чего не хватает.</translation>
    </message>
    <message>
        <source>Block “{name}” removed</source>
        <translation>Блок «{name}» убран</translation>
    </message>
    <message>
        <source>Somebody changed this block meanwhile. What you typed is kept and saved over it.</source>
        <translation>Тем временем этот блок изменили. Набранное вами не пропало и сохраняется поверх.</translation>
    </message>
    <message>
        <source>Back to Pages &amp; posts</source>
        <translation>Назад к страницам и записям</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Add a block</source>
        <translation>Добавить блок</translation>
    </message>
    <message>
        <source>Choose a page</source>
        <translation>Выбрать страницу</translation>
    </message>
    <message>
        <source>Blocks of the page</source>
        <translation>Блоки страницы</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move, Ctrl+D duplicates, Ctrl+H hides, Del removes.</source>
        <translation>Alt+↑ и Alt+↓ перемещают, Ctrl+D дублирует, Ctrl+H скрывает, Del убирает.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрыт</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не сохранён</translation>
    </message>
    <message>
        <source>One place up (Alt+Up)</source>
        <translation>На место выше (Alt+↑)</translation>
    </message>
    <message>
        <source>One place down (Alt+Down)</source>
        <translation>На место ниже (Alt+↓)</translation>
    </message>
    <message>
        <source>Duplicate the block (Ctrl+D)</source>
        <translation>Дублировать блок (Ctrl+D)</translation>
    </message>
    <message>
        <source>Remove the block (Del)</source>
        <translation>Убрать блок (Del)</translation>
    </message>
    <message>
        <source>An empty page</source>
        <translation>Пустая страница</translation>
    </message>
    <message>
        <source>Build it from blocks: a headline, texts, pictures, products, prices, questions and answers.</source>
        <translation>Соберите её из блоков: заголовок, тексты, изображения, товары, цены, вопросы и ответы.</translation>
    </message>
    <message>
        <source>No page chosen</source>
        <translation>Страница не выбрана</translation>
    </message>
    <message>
        <source>Choose a page among Pages &amp; posts and press Blocks.</source>
        <translation>Выберите страницу в разделе «Страницы и записи» и нажмите «Блоки».</translation>
    </message>
</context>
<context>
    <name>BulkActs</name>
    <message>
        <source>“{title}” is a new draft</source>
        <translation>«{title}» — новый черновик</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) published</source>
        <translation>
            <numerusform>%Ln товар опубликован</numerusform>
            <numerusform>%Ln товара опубликовано</numerusform>
            <numerusform>%Ln товаров опубликовано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) taken back to draft</source>
        <translation>
            <numerusform>%Ln товар снят с публикации</numerusform>
            <numerusform>%Ln товара снято с публикации</numerusform>
            <numerusform>%Ln товаров снято с публикации</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) moved to the trash</source>
        <translation>
            <numerusform>%Ln товар перемещён в корзину</numerusform>
            <numerusform>%Ln товара перемещено в корзину</numerusform>
            <numerusform>%Ln товаров перемещено в корзину</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) brought back from the trash</source>
        <translation>
            <numerusform>%Ln товар возвращён из корзины</numerusform>
            <numerusform>%Ln товара возвращено из корзины</numerusform>
            <numerusform>%Ln товаров возвращено из корзины</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) stayed as they were</source>
        <translation>
            <numerusform>%Ln товар остался как был</numerusform>
            <numerusform>%Ln товара остались как были</numerusform>
            <numerusform>%Ln товаров остались как были</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>{n} of {m} selected</source>
        <translation>Выбрано {n} из {m}</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>SKU pattern…</source>
        <translation>Шаблон артикула…</translation>
    </message>
    <message>
        <source>When sold out…</source>
        <translation>Когда кончится…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Takes the ticked variants out; a product keeps at least one</source>
        <translation>Убирает отмеченные варианты; у товара остаётся хотя бы один</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Снять</translation>
    </message>
</context>
<context>
    <name>BulkEditDialog</name>
    <message>
        <source>Something went wrong.</source>
        <translation>Что-то пошло не так.</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>Готово {done} из {total}</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln product(s)</source>
        <translation>
            <numerusform>Изменить %Ln товар</numerusform>
            <numerusform>Изменить %Ln товара</numerusform>
            <numerusform>Изменить %Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick what is to change; you see the outcome below before anything is written.</source>
        <translation>Отметьте, что изменить; результат виден ниже, прежде чем что-либо запишется.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) change</source>
        <translation>
            <numerusform>изменится %Ln товар</numerusform>
            <numerusform>изменятся %Ln товара</numerusform>
            <numerusform>изменятся %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay(s) as they are</source>
        <translation>
            <numerusform>%Ln останется как есть</numerusform>
            <numerusform>%Ln останутся как есть</numerusform>
            <numerusform>%Ln останутся как есть</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be changed</source>
        <translation>
            <numerusform>%Ln изменить нельзя</numerusform>
            <numerusform>%Ln изменить нельзя</numerusform>
            <numerusform>%Ln изменить нельзя</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %Ln product(s)</source>
        <translation>
            <numerusform>Правка %Ln товара</numerusform>
            <numerusform>Правка %Ln товаров</numerusform>
            <numerusform>Правка %Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>All products of this list</source>
        <translation>Все товары этого списка</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>BulkFields</name>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Добавить метки</translation>
    </message>
    <message>
        <source>Remove tags</source>
        <translation>Убрать метки</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>When sold out</source>
        <translation>Когда распродано</translation>
    </message>
    <message>
        <source>Track stock</source>
        <translation>Учитывать остаток</translation>
    </message>
    <message>
        <source>Charge tax</source>
        <translation>Облагается налогом</translation>
    </message>
    <message>
        <source>Needs shipping</source>
        <translation>Нужна доставка</translation>
    </message>
    <message>
        <source>different</source>
        <translation>разное</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Stop selling</source>
        <translation>Не продавать</translation>
    </message>
    <message>
        <source>Keep selling</source>
        <translation>Продавать дальше</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>через запятую</translation>
    </message>
    <message>
        <source>empty: none</source>
        <translation>пусто — убрать</translation>
    </message>
    <message>
        <source>Replace tags</source>
        <translation>Заменить метки</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Add to collection</source>
        <translation>В коллекцию</translation>
    </message>
    <message>
        <source>Out of collection</source>
        <translation>Из коллекции</translation>
    </message>
    <message>
        <source>Add to category</source>
        <translation>В категорию</translation>
    </message>
    <message>
        <source>Out of category</source>
        <translation>Из категории</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Коллекции</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>выберите</translation>
    </message>
    <message>
        <source>250 g; empty: none</source>
        <translation>250 г; пусто: нет</translation>
    </message>
</context>
<context>
    <name>BulkMenu</name>
    <message numerus="yes">
        <source>Edit %Ln product(s)…</source>
        <translation>
            <numerusform>Править %Ln товар…</numerusform>
            <numerusform>Править %Ln товара…</numerusform>
            <numerusform>Править %Ln товаров…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln product(s)</source>
        <translation>
            <numerusform>Опубликовать %Ln товар</numerusform>
            <numerusform>Опубликовать %Ln товара</numerusform>
            <numerusform>Опубликовать %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unpublish %Ln product(s)</source>
        <translation>
            <numerusform>Снять с публикации %Ln товар</numerusform>
            <numerusform>Снять с публикации %Ln товара</numerusform>
            <numerusform>Снять с публикации %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print labels of %Ln product(s)…</source>
        <translation>
            <numerusform>Печать этикеток %Ln товара…</numerusform>
            <numerusform>Печать этикеток %Ln товаров…</numerusform>
            <numerusform>Печать этикеток %Ln товаров…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln product(s) to trash</source>
        <translation>
            <numerusform>Переместить в корзину %Ln товар</numerusform>
            <numerusform>Переместить в корзину %Ln товара</numerusform>
            <numerusform>Переместить в корзину %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln product(s) into a price list…</source>
        <translation>
            <numerusform>Добавить %Ln товар в прайс-лист…</numerusform>
            <numerusform>Добавить %Ln товара в прайс-лист…</numerusform>
            <numerusform>Добавить %Ln товаров в прайс-лист…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoriesPage</name>
    <message>
        <source>New category</source>
        <translation>Новая категория</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Дерево</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Tree or tags</source>
        <translation>Дерево или метки</translation>
    </message>
</context>
<context>
    <name>CategoryFilterBox</name>
    <message>
        <source>Find a category</source>
        <translation>Найти категорию</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
</context>
<context>
    <name>CategoryPanel</name>
    <message numerus="yes">
        <source>%Ln product(s) taken out of the category</source>
        <translation>
            <numerusform>%Ln товар убран из категории</numerusform>
            <numerusform>%Ln товара убрано из категории</numerusform>
            <numerusform>%Ln товаров убрано из категории</numerusform>
        </translation>
    </message>
    <message>
        <source>No category chosen</source>
        <translation>Категория не выбрана</translation>
    </message>
    <message>
        <source>Choose one at the left to see its products.</source>
        <translation>Выберите слева категорию, чтобы увидеть её товары.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No product matches these words.</source>
        <translation>Нет товаров с такими словами.</translation>
    </message>
    <message>
        <source>Find products by title or SKU in the field above and add them with a click.</source>
        <translation>Найдите товары по названию или артикулу в поле выше и добавьте щелчком.</translation>
    </message>
    <message>
        <source>No products in this category</source>
        <translation>В этой категории нет товаров</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln товар</numerusform>
            <numerusform>%Ln товара</numerusform>
            <numerusform>%Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>{own} · {total} with subcategories</source>
        <translation>{own} · {total} с подкатегориями</translation>
    </message>
    <message>
        <source>Add products: title or SKU</source>
        <translation>Добавить товары: название или артикул</translation>
    </message>
    <message>
        <source>Products of the category</source>
        <translation>Товары категории</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>History of the category</source>
        <translation>История категории</translation>
    </message>
</context>
<context>
    <name>CategoryRowDelegate</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
</context>
<context>
    <name>CategoryTreePane</name>
    <message>
        <source>New category</source>
        <translation>Новая категория</translation>
    </message>
    <message>
        <source>“{name}” moved</source>
        <translation>Категория «{name}» перемещена</translation>
    </message>
    <message>
        <source>“{name}” deleted</source>
        <translation>Категория «{name}» удалена</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) without it now</source>
        <translation>
            <numerusform>%Ln товар теперь без неё</numerusform>
            <numerusform>%Ln товара теперь без неё</numerusform>
            <numerusform>%Ln товаров теперь без неё</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is back</source>
        <translation>Категория «{name}» возвращена</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) below it moved up</source>
        <translation>
            <numerusform>%Ln подкатегория поднята выше</numerusform>
            <numerusform>%Ln подкатегории подняты выше</numerusform>
            <numerusform>%Ln подкатегорий подняты выше</numerusform>
        </translation>
    </message>
    <message>
        <source>New subcategory</source>
        <translation>Новая подкатегория</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>F2 renames, Ins adds below, Del deletes, Ctrl+Shift+arrows move.</source>
        <translation>F2 — переименовать, Ins — добавить внутрь, Del — удалить, Ctrl+Shift+стрелки — переместить.</translation>
    </message>
    <message>
        <source>Language of the names</source>
        <translation>Язык названий</translation>
    </message>
    <message>
        <source>New subcategory (Ins)</source>
        <translation>Новая подкатегория (Ins)</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Переименовать (F2)</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Удалить (Del)</translation>
    </message>
    <message>
        <source>No categories yet</source>
        <translation>Категорий пока нет</translation>
    </message>
    <message>
        <source>Categories are the shelves of the shop: a tree in which products are found.</source>
        <translation>Категории — это полки магазина: дерево, в котором находят товары.</translation>
    </message>
</context>
<context>
    <name>CellBubble</name>
    <message>
        <source>Use {value}</source>
        <translation>Взять {value}</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>CollectionEditor</name>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Products of the collection</source>
        <translation>Товары коллекции</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>made from the title</source>
        <translation>составится из названия</translation>
    </message>
    <message>
        <source>Find products to add</source>
        <translation>Найти товары, чтобы добавить</translation>
    </message>
    <message>
        <source>Found products</source>
        <translation>Найденные товары</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Take out of the collection</source>
        <translation>Убрать из коллекции</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Print labels…</source>
        <translation>Печать этикеток…</translation>
    </message>
    <message>
        <source>History of the collection</source>
        <translation>История коллекции</translation>
    </message>
</context>
<context>
    <name>CollectionsPage</name>
    <message>
        <source>By rule</source>
        <translation>По правилу</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Вручную</translation>
    </message>
    <message>
        <source>The rule is kept up to date: products come and go by themselves.</source>
        <translation>Правило действует постоянно: товары приходят и уходят сами.</translation>
    </message>
    <message>
        <source>Give it a title and save; then add products.</source>
        <translation>Дайте название и сохраните; затем добавьте товары.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) in this collection</source>
        <translation>
            <numerusform>В коллекции %Ln товар</numerusform>
            <numerusform>В коллекции %Ln товара</numerusform>
            <numerusform>В коллекции %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln товар</numerusform>
            <numerusform>%Ln товара</numerusform>
            <numerusform>%Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>A collection needs a title.</source>
        <translation>Коллекции нужно название.</translation>
    </message>
    <message>
        <source>Collection saved</source>
        <translation>Коллекция сохранена</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Коллекции</translation>
    </message>
    <message>
        <source>New by rule</source>
        <translation>Новая по правилу</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Новая коллекция</translation>
    </message>
    <message>
        <source>Choose products by hand</source>
        <translation>Выбрать товары вручную</translation>
    </message>
    <message>
        <source>Let a rule choose</source>
        <translation>Пусть выбирает правило</translation>
    </message>
    <message>
        <source>No collections yet</source>
        <translation>Коллекций пока нет</translation>
    </message>
    <message>
        <source>Put products together by hand, or let a rule choose them and keep the choice up to date.</source>
        <translation>Соберите товары вручную или доверьте выбор правилу: оно будет следить за ним само.</translation>
    </message>
    <message>
        <source>No collection chosen</source>
        <translation>Коллекция не выбрана</translation>
    </message>
    <message>
        <source>Choose one at the left, or begin a new one.</source>
        <translation>Выберите её слева или начните новую.</translation>
    </message>
    <message>
        <source>“{title}” deleted. Its products stay in the catalog.</source>
        <translation>«{title}» удалена. Товары остались в каталоге.</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>left out</source>
        <translation>не используется</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Столбец в файле</translation>
    </message>
    <message>
        <source>Field of the product</source>
        <translation>Поле товара</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Columns of the file</source>
        <translation>Столбцы файла</translation>
    </message>
    <message>
        <source>new layout</source>
        <translation>новый формат</translation>
    </message>
    <message>
        <source>classic layout</source>
        <translation>классический формат</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>запятая</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>точка с запятой</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>Shopify product CSV</source>
        <translation>CSV товаров Shopify</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>строк: %1</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search or run a command…</source>
        <translation>Найти или выполнить команду…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Палитра команд</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Open {number}</source>
        <translation>Открыть {number}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Keep {number}, trash the others</source>
        <translation>Оставить {number}, остальные в корзину</translation>
    </message>
    <message>
        <source>Trash the others</source>
        <translation>Остальные в корзину</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more product(s) belong here; they follow with the next search.</source>
        <translation>
            <numerusform>Сюда относится ещё %Ln товар, он появится при следующем поиске.</numerusform>
            <numerusform>Сюда относятся ещё %Ln товара, они появятся при следующем поиске.</numerusform>
            <numerusform>Сюда относятся ещё %Ln товаров, они появятся при следующем поиске.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln published product(s) among the others would leave the shop.</source>
        <translation>
            <numerusform>Среди остальных %Ln опубликованный товар, он исчезнет из магазина.</numerusform>
            <numerusform>Среди остальных %Ln опубликованных товара, они исчезнут из магазина.</numerusform>
            <numerusform>Среди остальных %Ln опубликованных товаров, они исчезнут из магазина.</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Products side by side</source>
        <translation>Товары рядом</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>Не дубликаты</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>Remove condition</source>
        <translation>Убрать условие</translation>
    </message>
    <message>
        <source>is among them</source>
        <translation>есть среди них</translation>
    </message>
    <message>
        <source>is not among them</source>
        <translation>нет среди них</translation>
    </message>
    <message>
        <source>is</source>
        <translation>равно</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>не равно</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>содержит</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>не содержит</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>начинается с</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>кончается на</translation>
    </message>
    <message>
        <source>is above</source>
        <translation>больше</translation>
    </message>
    <message>
        <source>is below</source>
        <translation>меньше</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Тег</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Product type</source>
        <translation>Тип товара</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Price, {currency}</source>
        <translation>Цена, {currency}</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
</context>
<context>
    <name>ConflictBand</name>
    <message numerus="yes">
        <source>Saved by somebody else meanwhile: %n field(s) you changed too</source>
        <translation>
            <numerusform>Тем временем сохранено кем-то ещё: %n поле, которое изменили и вы</numerusform>
            <numerusform>Тем временем сохранено кем-то ещё: %n поля, которые изменили и вы</numerusform>
            <numerusform>Тем временем сохранено кем-то ещё: %n полей, которые изменили и вы</numerusform>
        </translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>Mine: {text}</source>
        <translation>Моё: {text}</translation>
    </message>
    <message>
        <source>Theirs: {text}</source>
        <translation>Сохранено: {text}</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить моё</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Взять сохранённое</translation>
    </message>
    <message>
        <source>Keep mine: {field}</source>
        <translation>Оставить моё: {field}</translation>
    </message>
    <message>
        <source>Take theirs: {field}</source>
        <translation>Взять сохранённое: {field}</translation>
    </message>
</context>
<context>
    <name>ContentActions</name>
    <message>
        <source>New page or post</source>
        <translation>Новая страница или запись</translation>
    </message>
    <message>
        <source>Save text</source>
        <translation>Сохранить текст</translation>
    </message>
    <message>
        <source>Publish or unpublish text</source>
        <translation>Опубликовать текст или снять</translation>
    </message>
    <message>
        <source>Move text to the trash</source>
        <translation>Переместить текст в корзину</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>Показать или скрыть просмотр</translation>
    </message>
    <message>
        <source>Versions of the text</source>
        <translation>Версии текста</translation>
    </message>
    <message>
        <source>All changes of the text</source>
        <translation>Все изменения текста</translation>
    </message>
    <message>
        <source>Focus on the text</source>
        <translation>Сосредоточиться на тексте</translation>
    </message>
    <message>
        <source>Link to a product, page or post…</source>
        <translation>Ссылка на товар, страницу или запись…</translation>
    </message>
</context>
<context>
    <name>ContentFileStep</name>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Texts and exports (*.md *.markdown *.mdx *.xml *.json)</source>
        <translation>Тексты и выгрузки (*.md *.markdown *.mdx *.xml *.json)</translation>
    </message>
    <message>
        <source>Choose a text or an export</source>
        <translation>Выберите текст или выгрузку</translation>
    </message>
    <message>
        <source>Choose a folder of Markdown</source>
        <translation>Выберите папку с Markdown</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>Drop Markdown or an export of WordPress or Ghost here</source>
        <translation>Перетащите сюда Markdown, выгрузку WordPress или Ghost</translation>
    </message>
    <message>
        <source>You will see what would change before anything is written. Pictures beside it come along.</source>
        <translation>Прежде чем что-либо запишется, вы увидите, что изменится. Изображения рядом с файлом загрузятся вместе с ним.</translation>
    </message>
</context>
<context>
    <name>ContentImportPage</name>
    <message>
        <source>Import pages and posts</source>
        <translation>Импорт страниц и записей</translation>
    </message>
    <message>
        <source>Nothing is written before you press Import</source>
        <translation>Пока вы не нажмёте «Импортировать», ничего не записывается</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>Выгрузить в Markdown…</translation>
    </message>
    <message>
        <source>Export for WordPress…</source>
        <translation>Выгрузить для WordPress…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) imported.</source>
        <translation>
            <numerusform>Импортирована %Ln запись.</numerusform>
            <numerusform>Импортировано %Ln записи.</numerusform>
            <numerusform>Импортировано %Ln записей.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %Ln item(s) were imported and kept.</source>
        <translation>
            <numerusform>Остановлено: %Ln запись импортирована и сохранена.</numerusform>
            <numerusform>Остановлено: %Ln записи импортированы и сохранены.</numerusform>
            <numerusform>Остановлено: %Ln записей импортировано и сохранено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out.</source>
        <translation>
            <numerusform>Опущена %Ln.</numerusform>
            <numerusform>Опущено %Ln.</numerusform>
            <numerusform>Опущено %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Export as Markdown</source>
        <translation>Выгрузка в Markdown</translation>
    </message>
    <message>
        <source>New folder (*)</source>
        <translation>Новая папка (*)</translation>
    </message>
    <message>
        <source>Export for WordPress</source>
        <translation>Выгрузка для WordPress</translation>
    </message>
    <message>
        <source>WordPress export (*.xml)</source>
        <translation>Файл WordPress (*.xml)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) written to %1.</source>
        <translation>
            <numerusform>%Ln запись выгружена в %1.</numerusform>
            <numerusform>%Ln записи выгружены в %1.</numerusform>
            <numerusform>%Ln записей выгружено в %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln item(s)</source>
        <translation>
            <numerusform>Импортировать %Ln запись</numerusform>
            <numerusform>Импортировать %Ln записи</numerusform>
            <numerusform>Импортировать %Ln записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Импортировать нечего</translation>
    </message>
    <message>
        <source>This failed because of a fault in the program. Nothing half-done was kept.</source>
        <translation>Не получилось из-за ошибки в программе. Ничего незаконченного не осталось.</translation>
    </message>
</context>
<context>
    <name>ContentListPane</name>
    <message>
        <source>Posts</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Pages &amp; posts</source>
        <translation>Страницы и записи</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новая запись</translation>
    </message>
    <message>
        <source>Search texts</source>
        <translation>Поиск по текстам</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>запланировано</translation>
    </message>
    <message>
        <source>published</source>
        <translation>опубликовано</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>в архиве</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>в корзине</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>any</source>
        <translation>любой</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Запланировано</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликовано</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Write the first one</source>
        <translation>Написать первую</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Пока ничего не написано</translation>
    </message>
    <message>
        <source>News, guides, the page about you: it begins here.</source>
        <translation>Новости, советы, страница о вас — всё начинается здесь.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No text answers this search and this filter.</source>
        <translation>Ни один текст не подходит под поиск и фильтр.</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Другие</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Новая запись</translation>
    </message>
    <message>
        <source>New page</source>
        <translation>Новая страница</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Новая статья</translation>
    </message>
    <message>
        <source>New text of its own kind</source>
        <translation>Новый текст своего вида</translation>
    </message>
</context>
<context>
    <name>ContentNotices</name>
    <message>
        <source>“{title}” is published</source>
        <translation>«{title}» опубликован</translation>
    </message>
    <message>
        <source>“{title}” is a draft again</source>
        <translation>«{title}» снова черновик</translation>
    </message>
    <message>
        <source>“{title}” is scheduled</source>
        <translation>«{title}» — запланировано</translation>
    </message>
    <message>
        <source>“{title}” is not scheduled any more</source>
        <translation>«{title}» больше не запланировано</translation>
    </message>
    <message>
        <source>“{title}” is in the trash</source>
        <translation>«{title}» в корзине</translation>
    </message>
    <message>
        <source>“{title}” is out of the trash</source>
        <translation>«{title}» возвращён из корзины</translation>
    </message>
    <message>
        <source>“{title}” is out of the archive</source>
        <translation>«{title}» возвращён из архива</translation>
    </message>
    <message>
        <source>“{title}” is saved</source>
        <translation>«{title}» — сохранено</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>/{old} now leads to /{new}</source>
        <translation>/{old} теперь ведёт на /{new}</translation>
    </message>
    <message>
        <source>Somebody saved this text meanwhile. Yours is kept as a draft beside it: look, then save again.</source>
        <translation>Кто-то тем временем сохранил этот текст. Ваш остался рядом черновиком: посмотрите и сохраните снова.</translation>
    </message>
    <message>
        <source>Something went wrong. What you wrote is kept.</source>
        <translation>Что-то пошло не так. Написанное сохранено.</translation>
    </message>
</context>
<context>
    <name>ContentPage</name>
    <message>
        <source>Publish changes</source>
        <translation>Опубликовать правки</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Restore from the trash</source>
        <translation>Вернуть из корзины</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message>
        <source>Unpublish</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Опубликовать</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Отбросить черновик</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Блоки</translation>
    </message>
    <message>
        <source>Build the page from blocks</source>
        <translation>Собрать страницу из блоков</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Ничего не выбрано</translation>
    </message>
    <message>
        <source>Choose a text at the left, or write a new one. What you type is kept.</source>
        <translation>Выберите текст слева или напишите новый. Всё, что вы печатаете, сохраняется.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>ContentPlanModel</name>
    <message>
        <source>New</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Опущено</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Own kind</source>
        <translation>Свой вид</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Menu item</source>
        <translation>Пункт меню</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Блок</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
</context>
<context>
    <name>ContentProgressStep</name>
    <message>
        <source>Importing pages and posts…</source>
        <translation>Импорт страниц и записей…</translation>
    </message>
</context>
<context>
    <name>ContentReviewStep</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Опущено</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>К сведению</translation>
    </message>
    <message>
        <source>Which items to list</source>
        <translation>Какие записи показать</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>Что сделает импорт</translation>
    </message>
    <message>
        <source>What changes in the chosen item</source>
        <translation>Что меняется в выбранной записи</translation>
    </message>
    <message>
        <source>Choose an item to see what changes in it.</source>
        <translation>Выберите запись, чтобы увидеть, что в ней меняется.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>%1 new  ·  %2 changed  ·  %3 as they are  ·  %4 left out</source>
        <translation>%1 новых  ·  %2 изменено  ·  %3 без изменений  ·  %4 опущено</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Строка %1</translation>
    </message>
</context>
<context>
    <name>CountingView</name>
    <message>
        <source>Scan a barcode or type a SKU and press Enter: each one adds 1.</source>
        <translation>Сканируйте штрихкод или введите артикул и нажмите Enter: каждый добавляет 1.</translation>
    </message>
    <message>
        <source>Stocktake at {place}</source>
        <translation>Инвентаризация: {place}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) counted</source>
        <translation>
            <numerusform>посчитан %Ln товар</numerusform>
            <numerusform>посчитано %Ln товара</numerusform>
            <numerusform>посчитано %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln расхождение</numerusform>
            <numerusform>%Ln расхождения</numerusform>
            <numerusform>%Ln расхождений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not counted yet</source>
        <translation>
            <numerusform>ещё не посчитан %Ln</numerusform>
            <numerusform>ещё не посчитано %Ln</numerusform>
            <numerusform>ещё не посчитано %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set what nobody counted to zero: %Ln article(s)</source>
        <translation>
            <numerusform>Обнулить непосчитанное: %Ln товар</numerusform>
            <numerusform>Обнулить непосчитанное: %Ln товара</numerusform>
            <numerusform>Обнулить непосчитанное: %Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>{article} — {count} counted, {seen} expected</source>
        <translation>{article} — посчитано {count}, ожидалось {seen}</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Посчитано</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидалось</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>Moved since</source>
        <translation>Движения</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Cancel stocktake</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Scan a barcode or type a SKU</source>
        <translation>Сканируйте штрихкод или введите артикул</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Только расхождения</translation>
    </message>
    <message>
        <source>Counted articles</source>
        <translation>Посчитанные товары</translation>
    </message>
</context>
<context>
    <name>CurrencyList</name>
    <message>
        <source>Add a currency…</source>
        <translation>Добавить валюту…</translation>
    </message>
    <message>
        <source>Add a currency</source>
        <translation>Добавить валюту</translation>
    </message>
</context>
<context>
    <name>DescriptionTools</name>
    <message>
        <source>Bold</source>
        <translation>Полужирный</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Курсив</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Нумерованный список</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Description as readers see it</source>
        <translation>Описание, как его видят читатели</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message numerus="yes">
        <source>Show %Ln more line(s)</source>
        <translation>
            <numerusform>Показать ещё %Ln строку</numerusform>
            <numerusform>Показать ещё %Ln строки</numerusform>
            <numerusform>Показать ещё %Ln строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) alike</source>
        <translation>
            <numerusform>%Ln строка без изменений</numerusform>
            <numerusform>%Ln строки без изменений</numerusform>
            <numerusform>%Ln строк без изменений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateReasons</name>
    <message>
        <source>Same barcode</source>
        <translation>Тот же штрихкод</translation>
    </message>
    <message>
        <source>Same SKU but for case, blanks or hyphens</source>
        <translation>Артикул отличается только регистром, пробелами или дефисами</translation>
    </message>
    <message>
        <source>Titles {share} alike</source>
        <translation>Названия похожи на {share}</translation>
    </message>
    <message>
        <source>Same title</source>
        <translation>То же название</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>{reason}: {numbers}</source>
        <translation>{reason}: {numbers}</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%Ln product(s) moved to the trash</source>
        <translation>
            <numerusform>%Ln товар перемещён в корзину</numerusform>
            <numerusform>%Ln товара перемещены в корзину</numerusform>
            <numerusform>%Ln товаров перемещены в корзину</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %Ln product(s) will not be shown as duplicates again</source>
        <translation>
            <numerusform>Этот %Ln товар больше не будет показан как дубликат</numerusform>
            <numerusform>Эти %Ln товара больше не будут показаны как дубликаты</numerusform>
            <numerusform>Эти %Ln товаров больше не будут показаны как дубликаты</numerusform>
        </translation>
    </message>
    <message>
        <source>Something went wrong. Nothing that was saved is lost.</source>
        <translation>Что-то пошло не так. Всё сохранённое цело.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln товар</numerusform>
            <numerusform>%Ln товара</numerusform>
            <numerusform>%Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) looked at</source>
        <translation>
            <numerusform>просмотрен %Ln товар</numerusform>
            <numerusform>просмотрено %Ln товара</numerusform>
            <numerusform>просмотрено %Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}  ·  {looked}</source>
        <translation>{count}  ·  {looked}</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Дубликаты</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Похожие</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>Не дубликаты</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Что показано</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Искать снова</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Найти дубликаты</translation>
    </message>
    <message>
        <source>Are some products here twice?</source>
        <translation>Нет ли товаров, которые заведены дважды?</translation>
    </message>
    <message>
        <source>Compares barcodes, SKUs and titles of all products. Nothing is changed: you decide about every group.</source>
        <translation>Сравнивает штрихкоды, артикулы и названия всех товаров. Ничего не меняется: по каждой группе решаете вы.</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>Дубликатов нет</translation>
    </message>
    <message>
        <source>No two products share a barcode or a SKU, and no two titles are nearly the same.</source>
        <translation>Нет двух товаров с одним штрихкодом или артикулом и нет почти одинаковых названий.</translation>
    </message>
    <message>
        <source>Groups of products that look alike</source>
        <translation>Группы похожих товаров</translation>
    </message>
</context>
<context>
    <name>EditorFooter</name>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Опубликовать</translation>
    </message>
    <message>
        <source>Unpublish</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Restore from the trash</source>
        <translation>Вернуть из корзины</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Сохранить (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>EditorHeader</name>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n вариант</numerusform>
            <numerusform>%n варианта</numerusform>
            <numerusform>%n вариантов</numerusform>
        </translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>сохраняется…</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>сохранено в {time}</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>ещё не сохранён</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved</source>
        <translation>
            <numerusform>%n не сохранено</numerusform>
            <numerusform>%n не сохранено</numerusform>
            <numerusform>%n не сохранено</numerusform>
        </translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>В корзине</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>К списку (Esc)</translation>
    </message>
    <message>
        <source>Narrow view</source>
        <translation>Узкий вид</translation>
    </message>
    <message>
        <source>Open in full width (Enter)</source>
        <translation>Во всю ширину (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
</context>
<context>
    <name>EmptyColumnBand</name>
    <message numerus="yes">
        <source>Column “%1” is present and empty: %Ln value(s) of the shop will be erased</source>
        <translation>
            <numerusform>Столбец «%1» есть, но пуст: будет стёрто %Ln значение магазина</numerusform>
            <numerusform>Столбец «%1» есть, но пуст: будет стёрто %Ln значения магазина</numerusform>
            <numerusform>Столбец «%1» есть, но пуст: будет стёрто %Ln значений магазина</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column “%1” is present and empty: %Ln value(s) of the shop are kept</source>
        <translation>
            <numerusform>Столбец «%1» есть, но пуст: %Ln значение магазина сохранится</numerusform>
            <numerusform>Столбец «%1» есть, но пуст: %Ln значения магазина сохранятся</numerusform>
            <numerusform>Столбец «%1» есть, но пуст: %Ln значений магазина сохранятся</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Стереть</translation>
    </message>
</context>
<context>
    <name>EntriesEditor</name>
    <message>
        <source>Add an entry</source>
        <translation>Добавить пункт</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Пункт {number}</translation>
    </message>
    <message>
        <source>One place up</source>
        <translation>На место выше</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>Убрать пункт</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Something went wrong. Nothing that was saved is lost.</source>
        <translation>Что-то пошло не так. Сохранённое не пропало.</translation>
    </message>
</context>
<context>
    <name>FieldNames</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Адрес страницы</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Page title</source>
        <translation>Заголовок страницы</translation>
    </message>
    <message>
        <source>Description for search engines</source>
        <translation>Описание для поисковиков</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
    <message>
        <source>When sold out</source>
        <translation>Когда закончится</translation>
    </message>
    <message>
        <source>{field} of {variant}</source>
        <translation>{field}: {variant}</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Product files (*.csv *.tsv *.txt)</source>
        <translation>Файлы товаров (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Choose a product file</source>
        <translation>Выберите файл товаров</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Drop a product file here</source>
        <translation>Перетащите сюда файл товаров</translation>
    </message>
    <message>
        <source>Shopify product CSV, in the new or the classic layout. You will see what would change before anything is written.</source>
        <translation>CSV товаров Shopify, новый или классический. До записи вы увидите, что изменится.</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Take away the filter “{filter}”</source>
        <translation>Убрать фильтр «{filter}»</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Сбросить все</translation>
    </message>
    <message>
        <source>Take away all filters; the search stays</source>
        <translation>Убрать все фильтры; поиск останется</translation>
    </message>
    <message>
        <source>Filters in force</source>
        <translation>Действующие фильтры</translation>
    </message>
</context>
<context>
    <name>FilterDescriptions</name>
    <message>
        <source>{filter} (deleted)</source>
        <translation>{filter} (удалено)</translation>
    </message>
    <message>
        <source>{label}: deleted</source>
        <translation>{label}: удалено</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>найдено: %Ln</numerusform>
            <numerusform>найдено: %Ln</numerusform>
            <numerusform>найдено: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Заменить на</translation>
    </message>
    <message>
        <source>Find before (Shift+Enter)</source>
        <translation>Найти раньше (Shift+Enter)</translation>
    </message>
    <message>
        <source>Find next (Enter)</source>
        <translation>Найти дальше (Enter)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Заменить все</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
    <message>
        <source>Wrong at character {place}: {why}</source>
        <translation>Ошибка у знака {place}: {why}</translation>
    </message>
    <message>
        <source>This search takes too long on this text. It was stopped, and nothing is replaced.</source>
        <translation>Этот поиск занимает в этом тексте слишком много времени. Он остановлен, ничего не заменяется.</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} из {count}</translation>
    </message>
    <message>
        <source>Large and small letters differ</source>
        <translation>Различать большие и малые буквы</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Только слова целиком</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Регулярное выражение</translation>
    </message>
    <message>
        <source>$1 is what the first group of a regular expression found</source>
        <translation>$1 — то, что нашла первая группа регулярного выражения</translation>
    </message>
</context>
<context>
    <name>FormulaBar</name>
    <message>
        <source>The product has no option “{name}”.</source>
        <translation>У товара нет опции «{name}».</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %Ln</source>
        <translation>
            <numerusform>Применить к %Ln</numerusform>
            <numerusform>Применить к %Ln</numerusform>
            <numerusform>Применить к %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>average margin {was} → {becomes}</source>
        <translation>средняя маржа {was} → {becomes}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as they are</source>
        <translation>
            <numerusform>%Ln без изменений</numerusform>
            <numerusform>%Ln без изменений</numerusform>
            <numerusform>%Ln без изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Names of options in braces, cut to a length, and a number, e.g. {example}</source>
        <translation>Названия опций в скобках, при желании короче, и номер, например {example}</translation>
    </message>
    <message>
        <source>e.g. +10 %, round to .99   ·   -5   ·   = cost * 2.4   ·   = compare_at - 10 %</source>
        <translation>например: +10 %, округлить до ,99   ·   -5   ·   = себестоимость * 2,4</translation>
    </message>
    <message>
        <source>Formula for {column}</source>
        <translation>Формула: {column}</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>+10 %, round to .99</source>
        <translation>+10 %, округлить до ,99</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>FormulaEdit</name>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Формула</translation>
    </message>
    <message>
        <source>+10 %, round to .99</source>
        <translation>+10 %, округлить до ,99</translation>
    </message>
</context>
<context>
    <name>GeneralTab</name>
    <message>
        <source>Margin {percent} %</source>
        <translation>Маржа {percent} %</translation>
    </message>
    <message>
        <source>Discount {percent} %</source>
        <translation>Скидка {percent} %</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Адрес страницы</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Made from the title when left empty</source>
        <translation>Если пусто, составляется из названия</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Через запятую</translation>
    </message>
    <message>
        <source>Kitchen &gt; Tableware</source>
        <translation>Кухня &gt; Посуда</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Язык текстов</translation>
    </message>
    <message>
        <source>{language}: {tags}</source>
        <translation>{language}: {tags}</translation>
    </message>
</context>
<context>
    <name>HistoryFields</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Page title</source>
        <translation>Заголовок страницы</translation>
    </message>
    <message>
        <source>Search description</source>
        <translation>Описание для поиска</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare-at price</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
    <message>
        <source>Unit of weight</source>
        <translation>Единица веса</translation>
    </message>
    <message>
        <source>When sold out</source>
        <translation>Когда закончится</translation>
    </message>
    <message>
        <source>Stock is counted</source>
        <translation>Остаток учитывается</translation>
    </message>
    <message>
        <source>Is shipped</source>
        <translation>Доставляется</translation>
    </message>
    <message>
        <source>Is taxed</source>
        <translation>Облагается налогом</translation>
    </message>
    <message>
        <source>Image of the variant</source>
        <translation>Изображение варианта</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Выбор</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликован</translation>
    </message>
    <message>
        <source>In the trash since</source>
        <translation>В корзине с</translation>
    </message>
    <message>
        <source>Further fields</source>
        <translation>Прочие поля</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Stands under</source>
        <translation>Находится в</translation>
    </message>
    <message>
        <source>Old address</source>
        <translation>Старый адрес</translation>
    </message>
    <message>
        <source>Language is in use</source>
        <translation>Язык включён</translation>
    </message>
    <message>
        <source>Name of the language</source>
        <translation>Название языка</translation>
    </message>
    <message>
        <source>Used where texts are missing</source>
        <translation>Запасной язык</translation>
    </message>
    <message>
        <source>Low below</source>
        <translation>Мало, если меньше</translation>
    </message>
    <message>
        <source>Page or post</source>
        <translation>Страница или запись</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>Объединено с</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Анонс</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Format of the text</source>
        <translation>Формат текста</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Lead picture</source>
        <translation>Главная картинка</translation>
    </message>
    <message>
        <source>Is published</source>
        <translation>Будет опубликовано</translation>
    </message>
    <message>
        <source>Is taken back</source>
        <translation>Будет снято с публикации</translation>
    </message>
    <message>
        <source>In the archive since</source>
        <translation>В архиве с</translation>
    </message>
    <message>
        <source>Why archived</source>
        <translation>Почему в архиве</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>Модерация</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Обсуждение</translation>
    </message>
    <message>
        <source>Type of file</source>
        <translation>Тип файла</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Контрольная сумма</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Высота</translation>
    </message>
    <message>
        <source>File as it was called</source>
        <translation>Прежнее имя файла</translation>
    </message>
    <message>
        <source>Place of the file</source>
        <translation>Где лежит файл</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Кадры</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Is public</source>
        <translation>Опубликовано</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждёт проверки</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Одобрено</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрыто</translation>
    </message>
    <message>
        <source>Stop selling</source>
        <translation>Прекратить продажу</translation>
    </message>
    <message>
        <source>Go on selling</source>
        <translation>Продавать дальше</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Without options</source>
        <translation>Без параметров</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Place in the order</source>
        <translation>Место по порядку</translation>
    </message>
    <message>
        <source>Product&apos;s place</source>
        <translation>Место товара</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>Описание изображения</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Is the main location</source>
        <translation>Основной склад</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Main language</source>
        <translation>Основной язык</translation>
    </message>
    <message>
        <source>Further currencies</source>
        <translation>Дополнительные валюты</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Окончание</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Распродажа</translation>
    </message>
    <message>
        <source>Replaces prices</source>
        <translation>Заменяет цены</translation>
    </message>
    <message>
        <source>from {quantity}</source>
        <translation>от {quantity} шт.</translation>
    </message>
    <message>
        <source>Different products</source>
        <translation>Разные товары</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Restore field</source>
        <translation>Вернуть поле</translation>
    </message>
    <message>
        <source>Restore version</source>
        <translation>Вернуть версию</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Показать раньше</translation>
    </message>
    <message>
        <source>The chosen field becomes what it was before this change</source>
        <translation>Выбранное поле станет таким, каким было до этого изменения</translation>
    </message>
    <message>
        <source>All fields become what they were after this change; stock and status stay</source>
        <translation>Все поля станут такими, какими были после этого изменения; остатки и статус не изменятся</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>The history begins once the product is saved.</source>
        <translation>История начнётся, когда товар будет сохранён.</translation>
    </message>
    <message>
        <source>Who changed what and when. Whatever is put back is a change of its own.</source>
        <translation>Кто, что и когда изменил. Возврат — тоже изменение, его можно отменить.</translation>
    </message>
    <message>
        <source>History of the product</source>
        <translation>История товара</translation>
    </message>
</context>
<context>
    <name>HistoryTableModel</name>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Стало</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more field(s)</source>
        <translation>
            <numerusform>и ещё %Ln поле</numerusform>
            <numerusform>и ещё %Ln поля</numerusform>
            <numerusform>и ещё %Ln полей</numerusform>
        </translation>
    </message>
    <message>
        <source>you</source>
        <translation>вы</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>кто-то другой</translation>
    </message>
    <message>
        <source>Import of {file}</source>
        <translation>Импорт {file}</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликован</translation>
    </message>
    <message>
        <source>Unpublished</source>
        <translation>Снят с публикации</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Убран в архив</translation>
    </message>
    <message>
        <source>Taken out of the archive</source>
        <translation>Возвращён из архива</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>Перемещён в корзину</translation>
    </message>
    <message>
        <source>Taken out of the trash</source>
        <translation>Возвращён из корзины</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>Удалён окончательно</translation>
    </message>
    <message>
        <source>Stock adjusted</source>
        <translation>Остаток изменён</translation>
    </message>
    <message>
        <source>Low-stock threshold changed</source>
        <translation>Изменён порог малого остатка</translation>
    </message>
    <message>
        <source>Language enabled</source>
        <translation>Язык включён</translation>
    </message>
    <message>
        <source>Language disabled</source>
        <translation>Язык отключён</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>Снова открыто</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Поставлено в расписание</translation>
    </message>
    <message>
        <source>Taken off the schedule</source>
        <translation>Снято с расписания</translation>
    </message>
    <message>
        <source>Moderated</source>
        <translation>Проверено модератором</translation>
    </message>
    <message>
        <source>{act} by undo</source>
        <translation>{act} отменой</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Good morning</source>
        <translation>Доброе утро</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Добрый день</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Добрый вечер</translation>
    </message>
    <message>
        <source>Good night</source>
        <translation>Доброй ночи</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>The index is being rebuilt…</source>
        <translation>Индекс перестраивается…</translation>
    </message>
    <message numerus="yes">
        <source>The index is rebuilt: %Ln product(s)</source>
        <translation>
            <numerusform>Индекс перестроен: %Ln товар</numerusform>
            <numerusform>Индекс перестроен: %Ln товара</numerusform>
            <numerusform>Индекс перестроен: %Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>This page could not be read. Nothing that was saved is lost.</source>
        <translation>Не удалось прочитать эту страницу. Сохранённое не потеряно.</translation>
    </message>
    <message>
        <source>Search or run a command…</source>
        <translation>Поиск или команда…</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>{count} of {checks} checks</source>
        <translation>{count} из {checks} проверок</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
</context>
<context>
    <name>ImagesTab</name>
    <message>
        <source>Upload images</source>
        <translation>Загрузить изображения</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>No description yet</source>
        <translation>Описания пока нет</translation>
    </message>
    <message>
        <source>Kept in this shop</source>
        <translation>Хранится в этом магазине</translation>
    </message>
    <message>
        <source>Upload…</source>
        <translation>Загрузить…</translation>
    </message>
    <message>
        <source>Address of an image, https://…</source>
        <translation>Адрес изображения, https://…</translation>
    </message>
    <message>
        <source>Address of a new image</source>
        <translation>Адрес нового изображения</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Выше (Alt+Вверх)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Ниже (Alt+Вниз)</translation>
    </message>
    <message>
        <source>Remove image</source>
        <translation>Убрать изображение</translation>
    </message>
    <message>
        <source>Drag to order; the first image leads. Descriptions are read out to people who cannot see.</source>
        <translation>Порядок меняется перетаскиванием; первое изображение — главное. Описания зачитываются тем, кто не видит.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Language of the descriptions</source>
        <translation>Язык описаний</translation>
    </message>
    <message>
        <source>Those of the shop&apos;s own pictures are saved at once, each language for itself.</source>
        <translation>Описания своих изображений сохраняются сразу, каждый язык отдельно.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import products</source>
        <translation>Импорт товаров</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Nothing is written before you press Import</source>
        <translation>До нажатия «Импорт» ничего не записывается</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Checking the file again…</source>
        <translation>Файл проверяется заново…</translation>
    </message>
    <message>
        <source>The rejected rows are in %1</source>
        <translation>Отклонённые строки: %1</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>строк: %1</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln product(s)</source>
        <translation>
            <numerusform>Импортировать %Ln товар</numerusform>
            <numerusform>Импортировать %Ln товара</numerusform>
            <numerusform>Импортировать %Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Импортировать нечего</translation>
    </message>
    <message>
        <source>The import failed because of a fault in the program. Nothing half-done was kept.</source>
        <translation>Импорт прерван из-за ошибки в программе. Ничего наполовину сделанного не сохранено.</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Адрес (handle)</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>SEO title</source>
        <translation>Заголовок SEO</translation>
    </message>
    <message>
        <source>SEO description</source>
        <translation>Описание SEO</translation>
    </message>
    <message>
        <source>Metafields</source>
        <translation>Метаполя</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Опции</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликован</translation>
    </message>
    <message>
        <source>Weight in grams</source>
        <translation>Вес в граммах</translation>
    </message>
    <message>
        <source>Image address</source>
        <translation>Адрес изображения</translation>
    </message>
    <message>
        <source>Image position</source>
        <translation>Место изображения</translation>
    </message>
    <message>
        <source>Image description</source>
        <translation>Описание изображения</translation>
    </message>
    <message>
        <source>Image of the variant</source>
        <translation>Изображение варианта</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>Name of option %1</source>
        <translation>Название опции %1</translation>
    </message>
    <message>
        <source>Value of option %1</source>
        <translation>Значение опции %1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Stock is counted</source>
        <translation>Учёт остатка</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>С доставкой</translation>
    </message>
    <message>
        <source>Taxed</source>
        <translation>Облагается налогом</translation>
    </message>
    <message>
        <source>Weight unit</source>
        <translation>Единица веса</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Overselling</source>
        <translation>Продажа сверх остатка</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Все поля</translation>
    </message>
</context>
<context>
    <name>InventoryActions</name>
    <message>
        <source>Start or continue stocktake</source>
        <translation>Начать или продолжить инвентаризацию</translation>
    </message>
    <message>
        <source>Stock locations…</source>
        <translation>Места хранения…</translation>
    </message>
    <message>
        <source>Find in stock</source>
        <translation>Найти на складе</translation>
    </message>
</context>
<context>
    <name>InventoryPage</name>
    <message>
        <source>{article}: {delta}, now {on_hand} on hand</source>
        <translation>{article}: {delta}, теперь в наличии {on_hand}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>{article}: {units} to {place}, {reference}</source>
        <translation>{article}: {units} шт. → {place}, {reference}</translation>
    </message>
    <message>
        <source>Start stocktake</source>
        <translation>Инвентаризация</translation>
    </message>
    <message>
        <source>Continue stocktake</source>
        <translation>Продолжить счёт</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Мало</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>В наличии</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>В резерве</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Доступно</translation>
    </message>
    <message>
        <source>Low below</source>
        <translation>Мало, если &lt;</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Есть</translation>
    </message>
    <message>
        <source>Untracked</source>
        <translation>Без учёта</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Склад</translation>
    </message>
    <message>
        <source>Stock locations: add, rename, close</source>
        <translation>Места хранения: добавить, переименовать, закрыть</translation>
    </message>
    <message>
        <source>Search SKU, barcode or name</source>
        <translation>Артикул, штрихкод или название</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остатки</translation>
    </message>
    <message>
        <source>Nothing to keep in stock yet</source>
        <translation>Пока нечего хранить</translation>
    </message>
    <message>
        <source>Every variant of a product appears here, with what is on hand at each location.</source>
        <translation>Здесь появится каждый вариант товара и его остаток на каждом месте хранения.</translation>
    </message>
    <message>
        <source>Go to products</source>
        <translation>К товарам</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No article answers this search and this filter.</source>
        <translation>По этому запросу и фильтру ничего нет.</translation>
    </message>
    <message>
        <source>Clear search and filter</source>
        <translation>Сбросить поиск и фильтр</translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message>
        <source>Not there any more</source>
        <translation>Больше не существует</translation>
    </message>
    <message>
        <source>What this leads to is deleted. Choose something else below.</source>
        <translation>То, на что вела ссылка, удалено. Выберите ниже что-нибудь другое.</translation>
    </message>
    <message>
        <source>“{title}” is in the trash: the link leads nowhere.</source>
        <translation>«{title}» в корзине: ссылка никуда не ведёт.</translation>
    </message>
    <message>
        <source>“{title}” is not public: visitors cannot follow the link.</source>
        <translation>«{title}» не опубликовано: посетители не смогут перейти по ссылке.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Опубликовать</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Надпись</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Ведёт на</translation>
    </message>
    <message>
        <source>Lead somewhere else</source>
        <translation>Вести на другое</translation>
    </message>
    <message>
        <source>Page, product, category or address</source>
        <translation>Страница, товар, категория или адрес</translation>
    </message>
    <message>
        <source>Open in a new window</source>
        <translation>Открывать в новом окне</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>LabelPage</name>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln этикетка</numerusform>
            <numerusform>%Ln этикетки</numerusform>
            <numerusform>%Ln этикеток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln страница</numerusform>
            <numerusform>%Ln страницы</numerusform>
            <numerusform>%Ln страниц</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variant(s) have no barcode or SKU</source>
        <translation>
            <numerusform>У %Ln варианта нет ни штрихкода, ни артикула</numerusform>
            <numerusform>У %Ln вариантов нет ни штрихкода, ни артикула</numerusform>
            <numerusform>У %Ln вариантов нет ни штрихкода, ни артикула</numerusform>
        </translation>
    </message>
    <message>
        <source>Save labels as PDF</source>
        <translation>Сохранить этикетки в PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Labels saved to {name}</source>
        <translation>Этикетки сохранены в {name}</translation>
    </message>
    <message>
        <source>{name} could not be written</source>
        <translation>Не удалось записать {name}</translation>
    </message>
    <message>
        <source>Labels sent to the printer</source>
        <translation>Этикетки отправлены на принтер</translation>
    </message>
    <message>
        <source>The labels could not be read.</source>
        <translation>Не удалось прочитать данные для этикеток.</translation>
    </message>
    <message>
        <source>A4, 21 labels of 70 × 42 mm</source>
        <translation>A4, 21 этикетка 70 × 42 мм</translation>
    </message>
    <message>
        <source>A4, 24 labels of 70 × 37 mm</source>
        <translation>A4, 24 этикетки 70 × 37 мм</translation>
    </message>
    <message>
        <source>A4, 40 labels of 52 × 30 mm</source>
        <translation>A4, 40 этикеток 52 × 30 мм</translation>
    </message>
    <message>
        <source>Roll, 58 × 40 mm</source>
        <translation>Лента, 58 × 40 мм</translation>
    </message>
    <message>
        <source>Roll, 58 × 30 mm</source>
        <translation>Лента, 58 × 30 мм</translation>
    </message>
    <message>
        <source>Barcode (EAN, Code 128)</source>
        <translation>Штрихкод (EAN, Code 128)</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-код</translation>
    </message>
    <message>
        <source>No code</source>
        <translation>Без кода</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Бумага</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Copies of each</source>
        <translation>Копий каждой</translation>
    </message>
    <message>
        <source>Places already used</source>
        <translation>Занятых мест на листе</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Этикетки</translation>
    </message>
    <message>
        <source>One for each piece in stock</source>
        <translation>По одной на каждую штуку</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Сохранить PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Preview of the sheets</source>
        <translation>Предпросмотр листов</translation>
    </message>
</context>
<context>
    <name>LanguageList</name>
    <message>
        <source>Add a language…</source>
        <translation>Добавить язык…</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Добавить язык</translation>
    </message>
</context>
<context>
    <name>LinkPopup</name>
    <message>
        <source>Link to a product, page, post or address</source>
        <translation>Товар, страница, запись или адрес</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
</context>
<context>
    <name>ListFormulaBar</name>
    <message numerus="yes">
        <source>Set %Ln price(s)</source>
        <translation>
            <numerusform>Назначить %Ln цену</numerusform>
            <numerusform>Назначить %Ln цены</numerusform>
            <numerusform>Назначить %Ln цен</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln новая</numerusform>
            <numerusform>%Ln новые</numerusform>
            <numerusform>%Ln новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln изменится</numerusform>
            <numerusform>%Ln изменятся</numerusform>
            <numerusform>%Ln изменится</numerusform>
        </translation>
    </message>
    <message>
        <source>average margin {was} → {becomes}</source>
        <translation>средняя маржа {was} → {becomes}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln without the amount it starts from</source>
        <translation>
            <numerusform>%Ln без исходной суммы</numerusform>
            <numerusform>%Ln без исходной суммы</numerusform>
            <numerusform>%Ln без исходной суммы</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would be below zero, so nothing can be set</source>
        <translation>
            <numerusform>%Ln станет меньше нуля — ничего назначить нельзя</numerusform>
            <numerusform>%Ln станут меньше нуля — ничего назначить нельзя</numerusform>
            <numerusform>%Ln станет меньше нуля — ничего назначить нельзя</numerusform>
        </translation>
    </message>
    <message>
        <source>From the product&apos;s own price, e.g. -10 %, round to .99   ·   -5   ·   = cost * 1.5</source>
        <translation>От собственной цены товара, например: -10 %, округлить до ,99   ·   -5   ·   = себестоимость * 1,5</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen product(s)</source>
        <translation>
            <numerusform>%Ln выбранный товар</numerusform>
            <numerusform>%Ln выбранных товара</numerusform>
            <numerusform>%Ln выбранных товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>all in the list</source>
        <translation>всего прайс-листа</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln отмеченной</numerusform>
            <numerusform>%Ln отмеченных</numerusform>
            <numerusform>%Ln отмеченных</numerusform>
        </translation>
    </message>
    <message>
        <source>For</source>
        <translation>Для</translation>
    </message>
    <message>
        <source>from </source>
        <translation>от </translation>
    </message>
    <message>
        <source>From this quantity on</source>
        <translation>От какого количества</translation>
    </message>
    <message>
        <source>The least quantity these prices hold for</source>
        <translation>Наименьшее количество, для которого действуют цены</translation>
    </message>
    <message>
        <source>-10 %, round to .99</source>
        <translation>-10 %, округлить до ,99</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Формула</translation>
    </message>
</context>
<context>
    <name>ListPriceActs</name>
    <message>
        <source>Nothing was added: it is in the list, or has no price of its own in this currency.</source>
        <translation>Добавлять нечего: товар уже в прайс-листе или не имеет собственной цены в этой валюте.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln price(s) taken out of the list</source>
        <translation>
            <numerusform>%Ln цена убрана из прайс-листа</numerusform>
            <numerusform>%Ln цены убраны из прайс-листа</numerusform>
            <numerusform>%Ln цен убрано из прайс-листа</numerusform>
        </translation>
    </message>
    <message>
        <source>A price is needed.</source>
        <translation>Укажите цену.</translation>
    </message>
    <message>
        <source>A quantity is a whole number from 1 on.</source>
        <translation>Количество — целое число от 1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln price(s) set</source>
        <translation>
            <numerusform>Назначена %Ln цена</numerusform>
            <numerusform>Назначены %Ln цены</numerusform>
            <numerusform>Назначено %Ln цен</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkdownEditor</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln слово</numerusform>
            <numerusform>%Ln слова</numerusform>
            <numerusform>%Ln слов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min to read</source>
        <translation>
            <numerusform>%Ln мин чтения</numerusform>
            <numerusform>%Ln мин чтения</numerusform>
            <numerusform>%Ln мин чтения</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview of the beginning</source>
        <translation>Предпросмотр начала</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Bold (Ctrl+B)</source>
        <translation>Жирный (Ctrl+B)</translation>
    </message>
    <message>
        <source>Italic (Ctrl+I)</source>
        <translation>Курсив (Ctrl+I)</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Нумерованный список</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Цитата</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Картинка…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Code (Ctrl+E)</source>
        <translation>Код (Ctrl+E)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Preview, read only</source>
        <translation>Просмотр, только чтение</translation>
    </message>
    <message>
        <source>Preview is read only</source>
        <translation>Просмотр только для чтения</translation>
    </message>
    <message numerus="yes">
        <source>%Ln broken link(s)</source>
        <translation>
            <numerusform>%Ln битая ссылка</numerusform>
            <numerusform>%Ln битые ссылки</numerusform>
            <numerusform>%Ln битых ссылок</numerusform>
        </translation>
    </message>
    <message>
        <source>Link (Ctrl+K)</source>
        <translation>Ссылка (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>MediaActions</name>
    <message>
        <source>Upload pictures…</source>
        <translation>Загрузить изображения…</translation>
    </message>
    <message>
        <source>Clean up unused pictures…</source>
        <translation>Удалить неиспользуемые изображения…</translation>
    </message>
    <message>
        <source>Find pictures</source>
        <translation>Найти изображения</translation>
    </message>
</context>
<context>
    <name>MediaDetails</name>
    <message>
        <source>Added {date}</source>
        <translation>Добавлено {date}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln кадр</numerusform>
            <numerusform>%Ln кадра</numerusform>
            <numerusform>%Ln кадров</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Сохранено {time}</translation>
    </message>
    <message>
        <source>Read out to people who cannot see the picture.</source>
        <translation>Читается вслух тем, кто не видит изображение.</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>Где используется</translation>
    </message>
    <message>
        <source>{title} (in the trash)</source>
        <translation>{title} (в корзине)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more product(s)</source>
        <translation>
            <numerusform>и ещё %Ln товар</numerusform>
            <numerusform>и ещё %Ln товара</numerusform>
            <numerusform>и ещё %Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>Nowhere yet.</source>
        <translation>Пока нигде.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Description of the picture</source>
        <translation>Описание изображения</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Закрыть сведения</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>History of the picture</source>
        <translation>История изображения</translation>
    </message>
</context>
<context>
    <name>MediaPage</name>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Upload pictures</source>
        <translation>Загрузить изображения</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) added</source>
        <translation>
            <numerusform>%Ln изображение добавлено</numerusform>
            <numerusform>%Ln изображения добавлено</numerusform>
            <numerusform>%Ln изображений добавлено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) already here</source>
        <translation>
            <numerusform>%Ln изображение уже было здесь</numerusform>
            <numerusform>%Ln изображения уже были здесь</numerusform>
            <numerusform>%Ln изображений уже были здесь</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped; what was uploaded stays</source>
        <translation>остановлено; загруженное остаётся</translation>
    </message>
    <message>
        <source>“{name}” is deleted</source>
        <translation>«{name}» удалено</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Nothing to clean up: every picture is in use or was added within the last day.</source>
        <translation>Удалять нечего: каждое изображение используется или добавлено за последние сутки.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) that nothing uses, added more than a day ago.</source>
        <translation>
            <numerusform>%Ln неиспользуемое изображение, добавленное больше суток назад.</numerusform>
            <numerusform>%Ln неиспользуемых изображения, добавленных больше суток назад.</numerusform>
            <numerusform>%Ln неиспользуемых изображений, добавленных больше суток назад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln leftover file(s).</source>
        <translation>
            <numerusform>%Ln оставшийся файл.</numerusform>
            <numerusform>%Ln оставшихся файла.</numerusform>
            <numerusform>%Ln оставшихся файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>This frees {size} and cannot be undone.</source>
        <translation>Освободится {size}. Отменить это нельзя.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Clean up unused pictures?</source>
        <translation>Удалить неиспользуемые изображения?</translation>
    </message>
    <message>
        <source>cleaning up: {done}</source>
        <translation>удаляется: {done}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) removed</source>
        <translation>
            <numerusform>%Ln изображение удалено</numerusform>
            <numerusform>%Ln изображения удалено</numerusform>
            <numerusform>%Ln изображений удалено</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} freed</source>
        <translation>освобождено {size}</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Медиа</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Clean up unused…</source>
        <translation>Очистка…</translation>
    </message>
    <message>
        <source>Search by name, title or description</source>
        <translation>Поиск по имени, названию или описанию</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Использование</translation>
    </message>
    <message>
        <source>any</source>
        <translation>любое</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>используется</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>не используется</translation>
    </message>
    <message>
        <source>Pictures of your products</source>
        <translation>Изображения ваших товаров</translation>
    </message>
    <message>
        <source>Drop files here or choose them. Places and cameras recorded in photos are removed.</source>
        <translation>Перетащите сюда файлы или выберите их. Сведения о месте и камере удаляются из снимков.</translation>
    </message>
    <message>
        <source>No such picture</source>
        <translation>Такого изображения нет</translation>
    </message>
    <message>
        <source>Try other words, or show all pictures.</source>
        <translation>Попробуйте другие слова или покажите все изображения.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
</context>
<context>
    <name>MemberActs</name>
    <message numerus="yes">
        <source>%Ln product(s) taken out of the collection</source>
        <translation>
            <numerusform>%Ln товар убран из коллекции</numerusform>
            <numerusform>%Ln товара убрано из коллекции</numerusform>
            <numerusform>%Ln товаров убрано из коллекции</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MenuActs</name>
    <message>
        <source>Menu “{title}” deleted</source>
        <translation>Меню «{title}» удалено</translation>
    </message>
    <message>
        <source>“{title}” moved</source>
        <translation>«{title}» перемещено</translation>
    </message>
    <message>
        <source>“{title}” deleted</source>
        <translation>«{title}» удалено</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) below it went along</source>
        <translation>
            <numerusform>вместе с ним %Ln вложенный пункт</numerusform>
            <numerusform>вместе с ним %Ln вложенных пункта</numerusform>
            <numerusform>вместе с ним %Ln вложенных пунктов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MenuPane</name>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Add: page, product, category or address</source>
        <translation>Добавить: страница, товар, категория или адрес</translation>
    </message>
    <message>
        <source>Language of the labels</source>
        <translation>Язык надписей</translation>
    </message>
    <message>
        <source>Items of the menu</source>
        <translation>Пункты меню</translation>
    </message>
    <message>
        <source>Alt+arrows move, F2 renames, Del deletes.</source>
        <translation>Alt+стрелки перемещают, F2 переименовывает, Del удаляет.</translation>
    </message>
    <message>
        <source>Up (Alt+Up)</source>
        <translation>Выше (Alt+↑)</translation>
    </message>
    <message>
        <source>Down (Alt+Down)</source>
        <translation>Ниже (Alt+↓)</translation>
    </message>
    <message>
        <source>One level out (Alt+Left)</source>
        <translation>На уровень выше (Alt+←)</translation>
    </message>
    <message>
        <source>Below the one above (Alt+Right)</source>
        <translation>Внутрь предыдущего (Alt+→)</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Переименовать (F2)</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Удалить (Del)</translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation>Пунктов пока нет</translation>
    </message>
    <message>
        <source>Type above what the menu should lead to; Enter adds the first hit.</source>
        <translation>Наберите вверху, куда должно вести меню; Enter добавит первое найденное.</translation>
    </message>
</context>
<context>
    <name>MenuPanel</name>
    <message>
        <source>Name of the menu</source>
        <translation>Название меню</translation>
    </message>
    <message>
        <source>Visitors do not see it. Choose an item at the left to change what it says.</source>
        <translation>Посетители его не видят. Выберите пункт слева, чтобы изменить его.</translation>
    </message>
</context>
<context>
    <name>MenuRowDelegate</name>
    <message>
        <source>Label</source>
        <translation>Надпись</translation>
    </message>
</context>
<context>
    <name>MenuTexts</name>
    <message>
        <source>Header</source>
        <translation>Шапка</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>Подвал</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Боковая панель</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Для телефона</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Коллекция</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>в корзине</translation>
    </message>
    <message>
        <source>not public</source>
        <translation>не опубликовано</translation>
    </message>
</context>
<context>
    <name>MenusPage</name>
    <message>
        <source>Add to the menu</source>
        <translation>Добавить в меню</translation>
    </message>
    <message>
        <source>Next broken link</source>
        <translation>Следующая неработающая ссылка</translation>
    </message>
    <message numerus="yes">
        <source>%Ln broken link(s)</source>
        <translation>
            <numerusform>%Ln битая ссылка</numerusform>
            <numerusform>%Ln битые ссылки</numerusform>
            <numerusform>%Ln битых ссылок</numerusform>
        </translation>
    </message>
    <message>
        <source>No menu in the header yet</source>
        <translation>В шапке пока нет меню</translation>
    </message>
    <message>
        <source>No menu in the footer yet</source>
        <translation>В подвале пока нет меню</translation>
    </message>
    <message>
        <source>No menu in the sidebar yet</source>
        <translation>На боковой панели пока нет меню</translation>
    </message>
    <message>
        <source>No menu for phones yet</source>
        <translation>Для телефонов пока нет меню</translation>
    </message>
    <message>
        <source>Visitors find their way by it: pages, products, categories, other sites.</source>
        <translation>По нему посетители находят дорогу: страницы, товары, категории, другие сайты.</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Place in the shop</source>
        <translation>Место в магазине</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Rename the menu</source>
        <translation>Переименовать меню</translation>
    </message>
    <message>
        <source>Delete the menu</source>
        <translation>Удалить меню</translation>
    </message>
    <message>
        <source>Make a menu</source>
        <translation>Создать меню</translation>
    </message>
    <message>
        <source>Go to the next link that cannot be followed</source>
        <translation>К следующей ссылке, по которой нельзя перейти</translation>
    </message>
</context>
<context>
    <name>ModerationPage</name>
    <message>
        <source>What waits for a verdict</source>
        <translation>Что ждёт проверки</translation>
    </message>
    <message>
        <source>all</source>
        <translation>все</translation>
    </message>
    <message numerus="yes">
        <source>%Ln approved</source>
        <translation>
            <numerusform>%Ln одобрен</numerusform>
            <numerusform>%Ln одобрено</numerusform>
            <numerusform>%Ln одобрено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln отклонён</numerusform>
            <numerusform>%Ln отклонено</numerusform>
            <numerusform>%Ln отклонено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln скрыт</numerusform>
            <numerusform>%Ln скрыто</numerusform>
            <numerusform>%Ln скрыто</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved to the trash</source>
        <translation>
            <numerusform>%Ln в корзине</numerusform>
            <numerusform>%Ln в корзине</numerusform>
            <numerusform>%Ln в корзине</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned: it stands first now</source>
        <translation>Закреплено: теперь тема стоит первой</translation>
    </message>
    <message>
        <source>Not pinned any more</source>
        <translation>Больше не закреплено</translation>
    </message>
    <message>
        <source>Locked: only staff can reply</source>
        <translation>Отвечать могут только сотрудники</translation>
    </message>
    <message>
        <source>Everybody can reply again</source>
        <translation>Отвечать снова могут все</translation>
    </message>
    <message>
        <source>The discussion is closed</source>
        <translation>Обсуждение закрыто</translation>
    </message>
    <message>
        <source>The discussion goes on</source>
        <translation>Обсуждение продолжается</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждут</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Одобрены</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонены</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрыты</translation>
    </message>
    <message>
        <source>Forum topics</source>
        <translation>Темы форума</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Ничего не ждёт</translation>
    </message>
    <message>
        <source>What customers write appears here before others can read it.</source>
        <translation>Написанное покупателями появляется здесь раньше, чем его прочтут другие.</translation>
    </message>
    <message>
        <source>No topics yet</source>
        <translation>Тем пока нет</translation>
    </message>
    <message>
        <source>Topics of the forum appear here, to be pinned, locked or closed.</source>
        <translation>Здесь появятся темы форума: их можно закрепить, ограничить или закрыть.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Здесь пусто</translation>
    </message>
    <message>
        <source>No comment, reply or topic had this verdict.</source>
        <translation>Таких комментариев, ответов и тем нет.</translation>
    </message>
    <message>
        <source>Comments &amp; forum</source>
        <translation>Обсуждения</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>комментарии</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>ответы</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>темы</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>What people said</source>
        <translation>Что написали люди</translation>
    </message>
    <message>
        <source>A approves, R rejects, H hides, Del moves to the trash.</source>
        <translation>A одобряет, R отклоняет, H скрывает, Del убирает в корзину.</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>Магазин</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Одобрить</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Ничего не выбрано</translation>
    </message>
    <message>
        <source>Choose a line to read it in its discussion.</source>
        <translation>Выберите строку, чтобы прочесть её в обсуждении.</translation>
    </message>
</context>
<context>
    <name>MovementTableModel</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Документ</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Навигация</translation>
    </message>
</context>
<context>
    <name>NodeEditor</name>
    <message>
        <source>Writing…</source>
        <translation>Пишем…</translation>
    </message>
    <message>
        <source>Give it a title</source>
        <translation>Дайте заголовок</translation>
    </message>
    <message>
        <source>Draft kept {time}</source>
        <translation>Черновик сохранён {time}</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>Черновик сохранён</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>A redirect from the old address /{slug} will be kept</source>
        <translation>Со старого адреса /{slug} останется переадресация</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
</context>
<context>
    <name>NodePast</name>
    <message>
        <source>The earlier text is back</source>
        <translation>Прежний текст вернулся</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>NodePictures</name>
    <message>
        <source>Choose pictures</source>
        <translation>Выбор картинок</translation>
    </message>
</context>
<context>
    <name>NodeSidePanel</name>
    <message>
        <source>goes live {when}</source>
        <translation>выйдет {when}</translation>
    </message>
    <message>
        <source>live since {when}</source>
        <translation>опубликовано {when}</translation>
    </message>
    <message>
        <source>until {when}</source>
        <translation>до {when}</translation>
    </message>
    <message>
        <source>not yet published</source>
        <translation>ещё не опубликовано</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Запланировано</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликовано</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Заменить…</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Выбрать картинку…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Featured picture</source>
        <translation>Главная картинка</translation>
    </message>
    <message>
        <source>In search results</source>
        <translation>В результатах поиска</translation>
    </message>
    <message>
        <source>Time of publishing</source>
        <translation>Время публикации</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Запланировать</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>через запятую</translation>
    </message>
    <message>
        <source>Page title</source>
        <translation>Заголовок страницы</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
</context>
<context>
    <name>OptionLine</name>
    <message>
        <source>Name of the option</source>
        <translation>Название параметра</translation>
    </message>
    <message>
        <source>Add value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>New value of {option}</source>
        <translation>Новое значение: {option}</translation>
    </message>
    <message>
        <source>Value, then Enter</source>
        <translation>Значение и Enter</translation>
    </message>
    <message>
        <source>Take {value} out, with its variants</source>
        <translation>Убрать {value} вместе с его вариантами</translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message>
        <source>No options: one variant stands for the product</source>
        <translation>Параметров нет: один вариант и есть товар</translation>
    </message>
    <message numerus="yes">
        <source>Add %n missing variant(s)</source>
        <translation>
            <numerusform>Добавить %n недостающий вариант</numerusform>
            <numerusform>Добавить %n недостающих варианта</numerusform>
            <numerusform>Добавить %n недостающих вариантов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n вариант</numerusform>
            <numerusform>%n варианта</numerusform>
            <numerusform>%n вариантов</numerusform>
        </translation>
    </message>
    <message>
        <source>Add option</source>
        <translation>Параметр</translation>
    </message>
    <message>
        <source>Colour: Indigo, Clay</source>
        <translation>Цвет: индиго, глина</translation>
    </message>
    <message>
        <source>New option with its values</source>
        <translation>Новый параметр со значениями</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Catalog</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Главная</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Коллекции</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Этикетки</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Медиа</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Импорт товаров</translation>
    </message>
    <message>
        <source>Import pages and posts</source>
        <translation>Импорт страниц и записей</translation>
    </message>
    <message>
        <source>Page builder</source>
        <translation>Конструктор страниц</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Переводы</translation>
    </message>
    <message>
        <source>Comments &amp; forum</source>
        <translation>Обсуждения</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Перенаправления</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Склад</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Тексты</translation>
    </message>
    <message>
        <source>Pages &amp; posts</source>
        <translation>Страницы и записи</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Дубликаты</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
</context>
<context>
    <name>PairEditor</name>
    <message>
        <source>Nothing is written in the original yet.</source>
        <translation>В оригинале пока ничего не написано.</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>Begin with the original: {name}</source>
        <translation>Начать с оригинала: {name}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} из {total}</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>now {value}</source>
        <translation>сейчас {value}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Pages &amp; posts</source>
        <translation>Страницы и записи</translation>
    </message>
    <message>
        <source>post</source>
        <translation>запись</translation>
    </message>
    <message>
        <source>page</source>
        <translation>страница</translation>
    </message>
    <message>
        <source>article</source>
        <translation>статья</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>published</source>
        <translation>опубликовано</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>в архиве</translation>
    </message>
</context>
<context>
    <name>PaletteFoot</name>
    <message>
        <source>move</source>
        <translation>выбор</translation>
    </message>
    <message>
        <source>run</source>
        <translation>выполнить</translation>
    </message>
    <message>
        <source>close</source>
        <translation>закрыть</translation>
    </message>
    <message>
        <source>actions only</source>
        <translation>только действия</translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Выбор изображения</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Find a picture by name</source>
        <translation>Найти изображение по имени</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Из файла…</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>Взять это изображение</translation>
    </message>
    <message>
        <source>Pictures of the shop</source>
        <translation>Изображения магазина</translation>
    </message>
    <message>
        <source>No pictures here</source>
        <translation>Здесь нет изображений</translation>
    </message>
    <message>
        <source>Take one from a file, or drop it here.</source>
        <translation>Возьмите его из файла или перетащите сюда.</translation>
    </message>
</context>
<context>
    <name>PictureTile</name>
    <message>
        <source>Take this picture away</source>
        <translation>Убрать это изображение</translation>
    </message>
</context>
<context>
    <name>PicturesEditor</name>
    <message>
        <source>Another picture…</source>
        <translation>Другое изображение…</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Выбрать изображение…</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Name of the location {name}</source>
        <translation>Название места {name}</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Основное</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>Сделать основным</translation>
    </message>
    <message>
        <source>Close the location {name}; only an empty one can be closed</source>
        <translation>Закрыть место {name}; закрыть можно только пустое</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Stock locations</source>
        <translation>Места хранения</translation>
    </message>
    <message>
        <source>Name of a new location</source>
        <translation>Название нового места</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
</context>
<context>
    <name>PlanDelegate</name>
    <message>
        <source>erased</source>
        <translation>стёрто</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanTableModel</name>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Old → new</source>
        <translation>Было → станет</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Варианты</translation>
    </message>
</context>
<context>
    <name>PriceDialog</name>
    <message>
        <source>Something went wrong. No price was changed.</source>
        <translation>Что-то пошло не так. Ни одна цена не изменена.</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln price(s)</source>
        <translation>
            <numerusform>Изменить %Ln цену</numerusform>
            <numerusform>Изменить %Ln цены</numerusform>
            <numerusform>Изменить %Ln цен</numerusform>
        </translation>
    </message>
    <message>
        <source>e.g. +10 %, round to .99   ·   -5   ·   = cost * 2.4   ·   = compare_at - 10 %</source>
        <translation>например: +10 %, округлить до ,99   ·   -5   ·   = себестоимость * 2,4   ·   = старая цена - 10 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln variant(s) change</source>
        <translation>
            <numerusform>изменится %Ln вариант</numerusform>
            <numerusform>изменятся %Ln варианта</numerusform>
            <numerusform>изменятся %Ln вариантов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln product(s)</source>
        <translation>
            <numerusform>в %Ln товаре</numerusform>
            <numerusform>в %Ln товарах</numerusform>
            <numerusform>в %Ln товарах</numerusform>
        </translation>
    </message>
    <message>
        <source>average margin {was} → {becomes}</source>
        <translation>средняя маржа {was} → {becomes}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as they are</source>
        <translation>
            <numerusform>%Ln без изменений</numerusform>
            <numerusform>%Ln без изменений</numerusform>
            <numerusform>%Ln без изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would break a rule, so nothing can be changed</source>
        <translation>
            <numerusform>%Ln нарушит правило, поэтому изменить нельзя ничего</numerusform>
            <numerusform>%Ln нарушат правило, поэтому изменить нельзя ничего</numerusform>
            <numerusform>%Ln нарушат правило, поэтому изменить нельзя ничего</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change prices of %Ln product(s)</source>
        <translation>
            <numerusform>Изменить цены %Ln товара</numerusform>
            <numerusform>Изменить цены %Ln товаров</numerusform>
            <numerusform>Изменить цены %Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>+10 %, round to .99</source>
        <translation>+10 %, округлить до ,99</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Формула</translation>
    </message>
    <message>
        <source>First rows of the change</source>
        <translation>Первые строки изменения</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>PriceFilterBox</name>
    <message>
        <source>from {price}</source>
        <translation>от {price}</translation>
    </message>
    <message>
        <source>up to {price}</source>
        <translation>до {price}</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Не меньше</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Не больше</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>Наименьшая цена</translation>
    </message>
    <message>
        <source>Highest price</source>
        <translation>Наибольшая цена</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Any price</source>
        <translation>Любая цена</translation>
    </message>
</context>
<context>
    <name>PriceListEditor</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Where lists overlap, the higher one wins</source>
        <translation>Если прайс-листы пересекаются, действует тот, у которого приоритет выше</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Окончание</translation>
    </message>
    <message>
        <source>Has a beginning</source>
        <translation>Есть начало</translation>
    </message>
    <message>
        <source>Has an end</source>
        <translation>Есть окончание</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>сразу</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>What the list does</source>
        <translation>Что делает прайс-лист</translation>
    </message>
    <message>
        <source>Lowers prices</source>
        <translation>Снижает цены</translation>
    </message>
    <message>
        <source>Replaces prices</source>
        <translation>Заменяет цены</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Find products to add</source>
        <translation>Найти товары</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>Поиск в этом прайс-листе</translation>
    </message>
    <message>
        <source>Found products</source>
        <translation>Найденные товары</translation>
    </message>
    <message>
        <source>Take the selected prices out of the list</source>
        <translation>Убрать отмеченные цены из прайс-листа</translation>
    </message>
    <message>
        <source>History of the price list</source>
        <translation>История прайс-листа</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>В корзину</translation>
    </message>
    <message>
        <source>Prices of the list</source>
        <translation>Цены прайс-листа</translation>
    </message>
    <message>
        <source>What the formula would do</source>
        <translation>Что сделает формула</translation>
    </message>
    <message>
        <source>No prices yet. Find products above, or put them into this list from the product list.</source>
        <translation>Цен пока нет. Найдите товары выше или добавьте их сюда из списка товаров.</translation>
    </message>
    <message>
        <source>Nothing in this list matches.</source>
        <translation>В этом прайс-листе ничего не найдено.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Own price</source>
        <translation>Своя цена</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Станет</translation>
    </message>
</context>
<context>
    <name>PriceLists</name>
    <message>
        <source>Sale</source>
        <translation>Распродажа</translation>
    </message>
    <message>
        <source>Replaces prices</source>
        <translation>Заменяет цены</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>впереди</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>действует</translation>
    </message>
    <message>
        <source>over</source>
        <translation>завершён</translation>
    </message>
    <message>
        <source>A draft: its prices do not hold.</source>
        <translation>Черновик: цены не действуют.</translation>
    </message>
    <message>
        <source>Its prices hold from {starts} on.</source>
        <translation>Цены начнут действовать {starts}.</translation>
    </message>
    <message>
        <source>Over since {ends}: its prices no longer hold.</source>
        <translation>Завершён {ends}: цены больше не действуют.</translation>
    </message>
    <message>
        <source>Its prices hold now, until {ends}.</source>
        <translation>Цены действуют до {ends}.</translation>
    </message>
    <message>
        <source>Its prices hold now, without an end.</source>
        <translation>Цены действуют бессрочно.</translation>
    </message>
</context>
<context>
    <name>PriceListsPage</name>
    <message numerus="yes">
        <source>%Ln price(s)</source>
        <translation>
            <numerusform>%Ln цена</numerusform>
            <numerusform>%Ln цены</numerusform>
            <numerusform>%Ln цен</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) chosen.</source>
        <translation>
            <numerusform>Выбран %Ln товар.</numerusform>
            <numerusform>Выбраны %Ln товара.</numerusform>
            <numerusform>Выбрано %Ln товаров.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the price list for them at the left, or begin a new one.</source>
        <translation>Выберите для них прайс-лист слева или создайте новый.</translation>
    </message>
    <message>
        <source>Begin a price list for them.</source>
        <translation>Создайте для них прайс-лист.</translation>
    </message>
    <message>
        <source>A price list needs a name.</source>
        <translation>Прайс-листу нужно название.</translation>
    </message>
    <message>
        <source>Price list saved</source>
        <translation>Прайс-лист сохранён</translation>
    </message>
    <message>
        <source>“{name}” moved to the trash. Its prices no longer hold.</source>
        <translation>«{name}» в корзине. Его цены больше не действуют.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
    <message>
        <source>Price lists</source>
        <translation>Прайс-листы</translation>
    </message>
    <message>
        <source>New price list</source>
        <translation>Новый прайс-лист</translation>
    </message>
    <message>
        <source>No price lists yet</source>
        <translation>Прайс-листов пока нет</translation>
    </message>
    <message>
        <source>A price list holds other prices for a time, for larger quantities or for good: a sale, prices for resellers. The products&apos; own prices stay as they are.</source>
        <translation>В прайс-листе — другие цены: на время, от большего количества или постоянно. Например, распродажа или цены для оптовиков. Собственные цены товаров при этом не меняются.</translation>
    </message>
    <message>
        <source>No price list chosen</source>
        <translation>Прайс-лист не выбран</translation>
    </message>
    <message>
        <source>Choose one at the left, or begin a new one.</source>
        <translation>Выберите слева или создайте новый.</translation>
    </message>
</context>
<context>
    <name>PricesTab</name>
    <message>
        <source>{currency} (not in use)</source>
        <translation>{currency} (не используется)</translation>
    </message>
    <message>
        <source>Prices in lists can be set once the product is saved.</source>
        <translation>Цены в прайс-листах можно назначить после сохранения товара.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
    <message>
        <source>Costs now</source>
        <translation>Цена сейчас</translation>
    </message>
    <message>
        <source>from {quantity}</source>
        <translation>от {quantity} шт.</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Прайс-лист</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Own prices of the variants</source>
        <translation>Собственные цены вариантов</translation>
    </message>
    <message>
        <source>Prices in price lists</source>
        <translation>Цены в прайс-листах</translation>
    </message>
    <message>
        <source>In price lists</source>
        <translation>В прайс-листах</translation>
    </message>
    <message>
        <source>No price list has prices of this product in this currency.</source>
        <translation>Ни в одном прайс-листе нет цен этого товара в этой валюте.</translation>
    </message>
</context>
<context>
    <name>ProductActions</name>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>Import products…</source>
        <translation>Импорт товаров…</translation>
    </message>
    <message>
        <source>Change prices…</source>
        <translation>Изменить цены…</translation>
    </message>
    <message>
        <source>Edit many products…</source>
        <translation>Править много товаров…</translation>
    </message>
    <message>
        <source>Find products</source>
        <translation>Найти товары</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Обновить список</translation>
    </message>
    <message>
        <source>Save product</source>
        <translation>Сохранить товар</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Отменить правки</translation>
    </message>
    <message>
        <source>Publish or unpublish product</source>
        <translation>Опубликовать или скрыть товар</translation>
    </message>
    <message>
        <source>Find duplicates…</source>
        <translation>Найти дубликаты…</translation>
    </message>
    <message>
        <source>Put into a price list…</source>
        <translation>Добавить в прайс-лист…</translation>
    </message>
    <message>
        <source>View: {view}</source>
        <translation>Вид: {view}</translation>
    </message>
</context>
<context>
    <name>ProductEditor</name>
    <message>
        <source>General</source>
        <translation>Основное</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>SEO</source>
        <translation>SEO</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Parts of the product</source>
        <translation>Разделы товара</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
</context>
<context>
    <name>ProductFilters</name>
    <message>
        <source>any</source>
        <translation>любой</translation>
    </message>
    <message>
        <source>Search name, SKU, barcode…</source>
        <translation>Название, артикул, штрихкод…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>active</source>
        <translation>активен</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>в архиве</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>в корзине</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>in stock</source>
        <translation>есть</translation>
    </message>
    <message>
        <source>low</source>
        <translation>мало</translation>
    </message>
    <message>
        <source>out</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Ещё фильтры</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Коллекция</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Без</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>не важно</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Метка</translation>
    </message>
</context>
<context>
    <name>ProductListPane</name>
    <message numerus="yes">
        <source>%n demo product(s) added</source>
        <translation>
            <numerusform>Добавлен %n демонстрационный товар</numerusform>
            <numerusform>Добавлено %n демонстрационных товара</numerusform>
            <numerusform>Добавлено %n демонстрационных товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>What this filter means was deleted: {filters}</source>
        <translation>Того, что выбирает этот фильтр, больше нет: {filters}</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Мало</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Edit all products in this list, or the selected ones…</source>
        <translation>Править все товары списка или выбранные…</translation>
    </message>
    <message>
        <source>Change prices of all products in this list…</source>
        <translation>Изменить цены всех товаров списка…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Товаров пока нет</translation>
    </message>
    <message>
        <source>Bring your catalog over from a Shopify file, look around in a demo shop, or begin by hand.</source>
        <translation>Перенесите каталог из файла Shopify, осмотритесь в демонстрационном магазине или начните вручную.</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Импорт товаров</translation>
    </message>
    <message>
        <source>Fill with demo products</source>
        <translation>Наполнить примерами</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No product answers this search and these filters.</source>
        <translation>Ни один товар не отвечает этому запросу и фильтрам.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Сбросить поиск и фильтры</translation>
    </message>
    <message>
        <source>The view “{view}” is deleted; its products are untouched</source>
        <translation>Вид «{view}» удалён; товары не затронуты</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>Сохранить как вид…</translation>
    </message>
</context>
<context>
    <name>ProductMenu</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Restore from the trash</source>
        <translation>Вернуть из корзины</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Создать копию</translation>
    </message>
    <message>
        <source>Print labels…</source>
        <translation>Печать этикеток…</translation>
    </message>
    <message>
        <source>Unpublish</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Опубликовать</translation>
    </message>
    <message>
        <source>Unpublish and move to trash</source>
        <translation>Скрыть и убрать в корзину</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Убрать в корзину</translation>
    </message>
    <message>
        <source>Put into a price list…</source>
        <translation>Добавить в прайс-лист…</translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message numerus="yes">
        <source>Unsaved edits of %n product(s) were kept</source>
        <translation>
            <numerusform>Сохранены незаконченные правки %n товара</numerusform>
            <numerusform>Сохранены незаконченные правки %n товаров</numerusform>
            <numerusform>Сохранены незаконченные правки %n товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>“{title}” is in the trash</source>
        <translation>«{title}» в корзине</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Something went wrong. Nothing that was saved is lost.</source>
        <translation>Что-то пошло не так. Всё сохранённое цело.</translation>
    </message>
    <message>
        <source>Unsaved edits could not be written to disk. Save them before closing.</source>
        <translation>Незаконченные правки не удалось записать на диск. Сохраните их до закрытия.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) changed</source>
        <translation>
            <numerusform>изменён %Ln товар</numerusform>
            <numerusform>изменено %Ln товара</numerusform>
            <numerusform>изменено %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln price(s) changed</source>
        <translation>
            <numerusform>Изменена %Ln цена</numerusform>
            <numerusform>Изменены %Ln цены</numerusform>
            <numerusform>Изменено %Ln цен</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” is published</source>
        <translation>«{title}» опубликован</translation>
    </message>
    <message>
        <source>“{title}” is a draft again</source>
        <translation>«{title}» снова черновик</translation>
    </message>
    <message>
        <source>“{title}” is out of the archive</source>
        <translation>«{title}» возвращён из архива</translation>
    </message>
    <message>
        <source>“{title}” is out of the trash</source>
        <translation>«{title}» возвращён из корзины</translation>
    </message>
    <message>
        <source>Stock of “{title}” adjusted</source>
        <translation>Остаток «{title}» изменён</translation>
    </message>
    <message>
        <source>“{title}” is as it was then; Undo takes that back</source>
        <translation>«{title}» снова как тогда; это можно отменить</translation>
    </message>
</context>
<context>
    <name>ProductViews</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Черновики</translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation>Мало на складе</translation>
    </message>
    <message>
        <source>Without image</source>
        <translation>Без фото</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>Дайте виду название.</translation>
    </message>
    <message>
        <source>A name of at most {limit} characters, please.</source>
        <translation>Название — не длиннее {limit} знаков.</translation>
    </message>
    <message>
        <source>There is a view of this name.</source>
        <translation>Вид с таким названием уже есть.</translation>
    </message>
    <message>
        <source>There are {limit} views; delete one first.</source>
        <translation>Видов уже {limit}; сначала удалите один.</translation>
    </message>
</context>
<context>
    <name>ProductViewsBar</name>
    <message>
        <source>Save as a new view…</source>
        <translation>Сохранить как новый вид…</translation>
    </message>
    <message>
        <source>Save filters to “{view}”</source>
        <translation>Сохранить фильтры в «{view}»</translation>
    </message>
    <message>
        <source>Take filters back</source>
        <translation>Вернуть фильтры вида</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Сдвинуть влево</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Сдвинуть вправо</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>Удалить вид</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Виды</translation>
    </message>
    <message>
        <source>Save, rename or delete views</source>
        <translation>Сохранить, переименовать или удалить вид</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
</context>
<context>
    <name>ProgressStep</name>
    <message>
        <source>Reading the file…</source>
        <translation>Чтение файла…</translation>
    </message>
    <message>
        <source>Importing products…</source>
        <translation>Импорт товаров…</translation>
    </message>
    <message>
        <source>Updating the index…</source>
        <translation>Обновление индекса…</translation>
    </message>
    <message>
        <source>Stopping after this batch…</source>
        <translation>Остановка после этой партии…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>%1 created, %2 changed</source>
        <translation>создано: %1, изменено: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln second(s) left</source>
        <translation>
            <numerusform>осталась примерно %Ln секунда</numerusform>
            <numerusform>осталось примерно %Ln секунды</numerusform>
            <numerusform>осталось примерно %Ln секунд</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedirectsPage</name>
    <message>
        <source>Lead an old address on</source>
        <translation>Перенаправить старый адрес</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No address or title has these words in it.</source>
        <translation>Ни в одном адресе или названии этого нет.</translation>
    </message>
    <message>
        <source>When a public page gets another address, the old one leads on by itself and stands here.</source>
        <translation>Когда у опубликованной страницы меняется адрес, старый сам ведёт дальше и стоит здесь.</translation>
    </message>
    <message>
        <source>No old addresses</source>
        <translation>Старых адресов нет</translation>
    </message>
    <message>
        <source>Leads to “{title}”</source>
        <translation>Ведёт на «{title}»</translation>
    </message>
    <message>
        <source>/{slug} leads on now</source>
        <translation>/{slug} теперь ведёт дальше</translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es) lead nowhere now</source>
        <translation>
            <numerusform>%Ln адрес больше никуда не ведёт</numerusform>
            <numerusform>%Ln адреса больше никуда не ведут</numerusform>
            <numerusform>%Ln адресов больше никуда не ведут</numerusform>
        </translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Перенаправления</translation>
    </message>
    <message>
        <source>Old address</source>
        <translation>Старый адрес</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Ведёт на</translation>
    </message>
    <message>
        <source>Page, post or article</source>
        <translation>Страница, запись или статья</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Search addresses</source>
        <translation>Найти адрес</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Old addresses</source>
        <translation>Старые адреса</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>нет адреса</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого дня</translation>
    </message>
</context>
<context>
    <name>RejectedDelegate</name>
    <message>
        <source>Line %1</source>
        <translation>Строка %1</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Предложение</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Нет предложения</translation>
    </message>
    <message>
        <source>New value of {column} in line {line}</source>
        <translation>Новое значение «{column}» в строке {line}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Type…</source>
        <translation>Ввести…</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
</context>
<context>
    <name>RejectedModel</name>
    <message>
        <source>Line %1</source>
        <translation>Строка %1</translation>
    </message>
    <message>
        <source>Suggestion: %1</source>
        <translation>Предложение: %1</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>Show products</source>
        <translation>Показать товары</translation>
    </message>
    <message>
        <source>Open rejected rows</source>
        <translation>Открыть отклонённые строки</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Импортировать ещё файл</translation>
    </message>
    <message>
        <source>Import stopped: what was written is kept</source>
        <translation>Импорт остановлен: записанное сохранено</translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation>Импорт завершён</translation>
    </message>
    <message>
        <source>Products: %1 created, %2 changed, %3 unchanged, %4 rejected.</source>
        <translation>Товары: создано %1, изменено %2, без изменений %3, отклонено %4.</translation>
    </message>
    <message>
        <source>Variants: %1 created, %2 changed, %3 unchanged, %4 rejected.</source>
        <translation>Варианты: создано %1, изменено %2, без изменений %3, отклонено %4.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) or row(s) were left out; the file of rejected rows says why.</source>
        <translation>
            <numerusform>Пропущена %Ln ячейка или строка; причина — в файле отклонённых строк.</numerusform>
            <numerusform>Пропущены %Ln ячейки или строки; причины — в файле отклонённых строк.</numerusform>
            <numerusform>Пропущено %Ln ячеек или строк; причины — в файле отклонённых строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Which products to list</source>
        <translation>Какие товары показать</translation>
    </message>
    <message>
        <source>Search product…</source>
        <translation>Найти товар…</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>Что сделает импорт</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Отклонённые строки</translation>
    </message>
    <message>
        <source>Enter uses the suggestion, F2 types another value</source>
        <translation>Enter — взять подсказку, F2 — ввести другое значение</translation>
    </message>
    <message numerus="yes">
        <source>products, %Ln variant(s)</source>
        <translation>
            <numerusform>товаров, %Ln вариант</numerusform>
            <numerusform>товаров, %Ln варианта</numerusform>
            <numerusform>товаров, %Ln вариантов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>products, %Ln field(s)</source>
        <translation>
            <numerusform>товаров, %Ln поле</numerusform>
            <numerusform>товаров, %Ln поля</numerusform>
            <numerusform>товаров, %Ln полей</numerusform>
        </translation>
    </message>
    <message>
        <source>products, left as they are</source>
        <translation>товаров останутся как есть</translation>
    </message>
    <message>
        <source>products, left out of the import</source>
        <translation>товаров не войдут в импорт</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>cells or rows, left out</source>
        <translation>ячеек или строк пропущено</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) in the file</source>
        <translation>
            <numerusform>%Ln ошибка в файле</numerusform>
            <numerusform>%Ln ошибки в файле</numerusform>
            <numerusform>%Ln ошибок в файле</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a suggestion</source>
        <translation>
            <numerusform>%Ln с подсказкой</numerusform>
            <numerusform>%Ln с подсказкой</numerusform>
            <numerusform>%Ln с подсказкой</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use all %Ln suggestion(s)</source>
        <translation>
            <numerusform>Взять %Ln подсказку</numerusform>
            <numerusform>Взять все %Ln подсказки</numerusform>
            <numerusform>Взять все %Ln подсказок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln mend(s) back</source>
        <translation>
            <numerusform>Отменить %Ln исправление</numerusform>
            <numerusform>Отменить %Ln исправления</numerusform>
            <numerusform>Отменить %Ln исправлений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>All conditions hold</source>
        <translation>Верны все условия</translation>
    </message>
    <message>
        <source>Any condition holds</source>
        <translation>Верно любое условие</translation>
    </message>
    <message>
        <source>How conditions are joined</source>
        <translation>Как соединены условия</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>Добавить условие</translation>
    </message>
</context>
<context>
    <name>RulePreviewTeller</name>
    <message numerus="yes">
        <source>%Ln product(s) answer this rule now</source>
        <translation>
            <numerusform>Сейчас правилу отвечает %Ln товар</numerusform>
            <numerusform>Сейчас правилу отвечают %Ln товара</numerusform>
            <numerusform>Сейчас правилу отвечают %Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule is not complete yet.</source>
        <translation>Правило ещё не закончено.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>Очистить поиск</translation>
    </message>
</context>
<context>
    <name>SearchesCard</name>
    <message>
        <source>Searches without hits</source>
        <translation>Поиск без результата</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 дней</translation>
    </message>
    <message>
        <source>New product…</source>
        <translation>Новый товар…</translation>
    </message>
    <message>
        <source>New product “{text}”</source>
        <translation>Новый товар «{text}»</translation>
    </message>
    <message>
        <source>Forget “{text}”</source>
        <translation>Забыть «{text}»</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Looking through all products…</source>
        <translation>Просматриваются все товары…</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Ход поиска</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
</context>
<context>
    <name>SeoTab</name>
    <message>
        <source>{length} of about {shown} shown</source>
        <translation>{length} из примерно {shown}</translation>
    </message>
    <message>
        <source>As a search engine may show it</source>
        <translation>Как это может показать поисковик</translation>
    </message>
    <message>
        <source>Search preview</source>
        <translation>Вид в поиске</translation>
    </message>
    <message>
        <source>Page title</source>
        <translation>Заголовок страницы</translation>
    </message>
    <message>
        <source>Left empty, the product&apos;s title is used.</source>
        <translation>Если пусто, берётся название товара.</translation>
    </message>
    <message>
        <source>Description for search engines</source>
        <translation>Описание для поисковиков</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Адрес страницы</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Системная</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Light and dark follow the computer unless you choose one.</source>
        <translation>Светлая и тёмная следуют за компьютером, пока вы не выберете сами.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>The language of the window. It changes at once.</source>
        <translation>Язык окна. Меняется сразу.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Everything grows with the text: fields, rows, distances.</source>
        <translation>Вместе с текстом растёт всё: поля, строки, расстояния.</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>Название магазина</translation>
    </message>
    <message>
        <source>Shown in the window and, later, on labels.</source>
        <translation>Видно в окне, а позже и на этикетках.</translation>
    </message>
    <message>
        <source>Main language</source>
        <translation>Основной язык</translation>
    </message>
    <message>
        <source>What products are written in first. Fixed once there are products.</source>
        <translation>На нём пишут товары в первую очередь. Не меняется, когда товары уже есть.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>What prices are in. Fixed once there are products.</source>
        <translation>В ней указаны цены. Не меняется, когда товары уже есть.</translation>
    </message>
    <message>
        <source>Further languages</source>
        <translation>Другие языки</translation>
    </message>
    <message>
        <source>Switching a language off keeps its words; they are there again when it is on.</source>
        <translation>Отключение языка сохраняет его тексты: включите снова — и они на месте.</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Общие</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Магазин</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Further currencies</source>
        <translation>Дополнительные валюты</translation>
    </message>
    <message>
        <source>Prices in a currency taken out stay, and are there again when it is back.</source>
        <translation>Цены в убранной валюте сохраняются и появятся снова, когда валюта вернётся.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>The settings could not be stored.</source>
        <translation>Не удалось сохранить настройки.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Search settings…</source>
        <translation>Поиск по настройкам…</translation>
    </message>
    <message>
        <source>No setting is called so.</source>
        <translation>Такой настройки нет.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Opening the shop…</source>
        <translation>Магазин открывается…</translation>
    </message>
    <message>
        <source>Everything is saved on this computer</source>
        <translation>Всё сохранено на этом компьютере</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln изменение</numerusform>
            <numerusform>%Ln изменения</numerusform>
            <numerusform>%Ln изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved on this computer — {changes}</source>
        <translation>Всё сохранено на этом компьютере — {changes}</translation>
    </message>
    <message>
        <source>Rebuilding {share} %</source>
        <translation>Индекс перестраивается: {share} %</translation>
    </message>
    <message>
        <source>Index needs attention</source>
        <translation>Индекс требует внимания</translation>
    </message>
    <message>
        <source>Index {count} behind</source>
        <translation>Индекс отстаёт на {count}</translation>
    </message>
    <message>
        <source>Index up to date</source>
        <translation>Индекс актуален</translation>
    </message>
</context>
<context>
    <name>StepTexts</name>
    <message>
        <source>Change {field} of “{title}”</source>
        <translation>Изменить «{title}»: {field}</translation>
    </message>
    <message>
        <source>Create “{title}”</source>
        <translation>Создать «{title}»</translation>
    </message>
    <message>
        <source>Change “{title}”</source>
        <translation>Изменить «{title}»</translation>
    </message>
    <message>
        <source>Publish “{title}”</source>
        <translation>Опубликовать «{title}»</translation>
    </message>
    <message>
        <source>Unpublish “{title}”</source>
        <translation>Снять «{title}» с публикации</translation>
    </message>
    <message>
        <source>Archive “{title}”</source>
        <translation>Убрать «{title}» в архив</translation>
    </message>
    <message>
        <source>Take “{title}” out of the archive</source>
        <translation>Достать «{title}» из архива</translation>
    </message>
    <message>
        <source>Move “{title}” to the trash</source>
        <translation>Переместить «{title}» в корзину</translation>
    </message>
    <message>
        <source>Restore “{title}”</source>
        <translation>Восстановить «{title}»</translation>
    </message>
    <message>
        <source>Adjust stock of “{title}”</source>
        <translation>Изменить остаток «{title}»</translation>
    </message>
    <message numerus="yes">
        <source>Change {field} of %Ln product(s)</source>
        <translation>
            <numerusform>Изменить %Ln товар: {field}</numerusform>
            <numerusform>Изменить %Ln товара: {field}</numerusform>
            <numerusform>Изменить %Ln товаров: {field}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import of %file (%Ln product(s))</source>
        <translation>
            <numerusform>Импорт %file (%Ln товар)</numerusform>
            <numerusform>Импорт %file (%Ln товара)</numerusform>
            <numerusform>Импорт %file (%Ln товаров)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %Ln product(s)</source>
        <translation>
            <numerusform>Создать %Ln товар</numerusform>
            <numerusform>Создать %Ln товара</numerusform>
            <numerusform>Создать %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln product(s) to the trash</source>
        <translation>
            <numerusform>Переместить %Ln товар в корзину</numerusform>
            <numerusform>Переместить %Ln товара в корзину</numerusform>
            <numerusform>Переместить %Ln товаров в корзину</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln product(s)</source>
        <translation>
            <numerusform>Восстановить %Ln товар</numerusform>
            <numerusform>Восстановить %Ln товара</numerusform>
            <numerusform>Восстановить %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln product(s)</source>
        <translation>
            <numerusform>Опубликовать %Ln товар</numerusform>
            <numerusform>Опубликовать %Ln товара</numerusform>
            <numerusform>Опубликовать %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unpublish %Ln product(s)</source>
        <translation>
            <numerusform>Снять с публикации %Ln товар</numerusform>
            <numerusform>Снять с публикации %Ln товара</numerusform>
            <numerusform>Снять с публикации %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Adjust stock of %Ln product(s)</source>
        <translation>
            <numerusform>Изменить остаток %Ln товара</numerusform>
            <numerusform>Изменить остаток %Ln товаров</numerusform>
            <numerusform>Изменить остаток %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change low-stock threshold of %Ln product(s)</source>
        <translation>
            <numerusform>Изменить порог малого остатка %Ln товара</numerusform>
            <numerusform>Изменить порог малого остатка %Ln товаров</numerusform>
            <numerusform>Изменить порог малого остатка %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln product(s)</source>
        <translation>
            <numerusform>Изменить %Ln товар</numerusform>
            <numerusform>Изменить %Ln товара</numerusform>
            <numerusform>Изменить %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln tag(s)</source>
        <translation>
            <numerusform>Удалить %Ln метку</numerusform>
            <numerusform>Удалить %Ln метки</numerusform>
            <numerusform>Удалить %Ln меток</numerusform>
        </translation>
    </message>
    <message>
        <source>Change low-stock threshold of “{title}”</source>
        <translation>Изменить порог малого остатка «{title}»</translation>
    </message>
    <message>
        <source>Schedule “{title}”</source>
        <translation>Поставить «{title}» в расписание</translation>
    </message>
    <message>
        <source>Take “{title}” off the schedule</source>
        <translation>Снять «{title}» с расписания</translation>
    </message>
    <message>
        <source>Comment on “{title}”</source>
        <translation>Комментировать «{title}»</translation>
    </message>
    <message>
        <source>Change comment on “{title}”</source>
        <translation>Изменить комментарий к «{title}»</translation>
    </message>
    <message>
        <source>Delete comment on “{title}”</source>
        <translation>Удалить комментарий к «{title}»</translation>
    </message>
    <message>
        <source>Approve comment on “{title}”</source>
        <translation>Одобрить комментарий к «{title}»</translation>
    </message>
    <message>
        <source>Reject comment on “{title}”</source>
        <translation>Отклонить комментарий к «{title}»</translation>
    </message>
    <message>
        <source>Hide comment on “{title}”</source>
        <translation>Скрыть комментарий к «{title}»</translation>
    </message>
    <message>
        <source>Approve topic “{title}”</source>
        <translation>Одобрить тему «{title}»</translation>
    </message>
    <message>
        <source>Reject topic “{title}”</source>
        <translation>Отклонить тему «{title}»</translation>
    </message>
    <message>
        <source>Hide topic “{title}”</source>
        <translation>Скрыть тему «{title}»</translation>
    </message>
    <message>
        <source>Add block to “{title}”</source>
        <translation>Добавить блок на «{title}»</translation>
    </message>
    <message>
        <source>Change block of “{title}”</source>
        <translation>Изменить блок на «{title}»</translation>
    </message>
    <message>
        <source>Remove block of “{title}”</source>
        <translation>Убрать блок с «{title}»</translation>
    </message>
    <message>
        <source>Add menu entry “{title}”</source>
        <translation>Добавить пункт меню «{title}»</translation>
    </message>
    <message>
        <source>Change menu entry “{title}”</source>
        <translation>Изменить пункт меню «{title}»</translation>
    </message>
    <message>
        <source>Remove menu entry “{title}”</source>
        <translation>Убрать пункт меню «{title}»</translation>
    </message>
    <message numerus="yes">
        <source>Import of %file (%Ln item(s))</source>
        <translation>
            <numerusform>Импорт %file (%Ln запись)</numerusform>
            <numerusform>Импорт %file (%Ln записи)</numerusform>
            <numerusform>Импорт %file (%Ln записей)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upload %Ln picture(s)</source>
        <translation>
            <numerusform>Загрузить %Ln изображение</numerusform>
            <numerusform>Загрузить %Ln изображения</numerusform>
            <numerusform>Загрузить %Ln изображений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln picture(s)</source>
        <translation>
            <numerusform>Удалить %Ln изображение</numerusform>
            <numerusform>Удалить %Ln изображения</numerusform>
            <numerusform>Удалить %Ln изображений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln thing(s)</source>
        <translation>
            <numerusform>Изменить %Ln объект</numerusform>
            <numerusform>Изменить %Ln объекта</numerusform>
            <numerusform>Изменить %Ln объектов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %Ln comment(s)</source>
        <translation>
            <numerusform>Одобрить %Ln комментарий</numerusform>
            <numerusform>Одобрить %Ln комментария</numerusform>
            <numerusform>Одобрить %Ln комментариев</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %Ln comment(s)</source>
        <translation>
            <numerusform>Отклонить %Ln комментарий</numerusform>
            <numerusform>Отклонить %Ln комментария</numerusform>
            <numerusform>Отклонить %Ln комментариев</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %Ln comment(s)</source>
        <translation>
            <numerusform>Скрыть %Ln комментарий</numerusform>
            <numerusform>Скрыть %Ln комментария</numerusform>
            <numerusform>Скрыть %Ln комментариев</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moderate %Ln comment(s)</source>
        <translation>
            <numerusform>Проверить %Ln комментарий</numerusform>
            <numerusform>Проверить %Ln комментария</numerusform>
            <numerusform>Проверить %Ln комментариев</numerusform>
        </translation>
    </message>
    <message>
        <source>Change category “{title}”</source>
        <translation>Изменить категорию «{title}»</translation>
    </message>
    <message>
        <source>Rename category “{title}”</source>
        <translation>Переименовать категорию «{title}»</translation>
    </message>
    <message>
        <source>Move category “{title}”</source>
        <translation>Переместить категорию «{title}»</translation>
    </message>
    <message>
        <source>Change products of category “{title}”</source>
        <translation>Изменить товары категории «{title}»</translation>
    </message>
    <message>
        <source>Create category “{title}”</source>
        <translation>Создать категорию «{title}»</translation>
    </message>
    <message>
        <source>Delete category “{title}”</source>
        <translation>Удалить категорию «{title}»</translation>
    </message>
    <message>
        <source>Change collection “{title}”</source>
        <translation>Изменить коллекцию «{title}»</translation>
    </message>
    <message>
        <source>Rename collection “{title}”</source>
        <translation>Переименовать коллекцию «{title}»</translation>
    </message>
    <message>
        <source>Change rule of collection “{title}”</source>
        <translation>Изменить правило коллекции «{title}»</translation>
    </message>
    <message>
        <source>Change products of collection “{title}”</source>
        <translation>Изменить товары коллекции «{title}»</translation>
    </message>
    <message>
        <source>Create collection “{title}”</source>
        <translation>Создать коллекцию «{title}»</translation>
    </message>
    <message>
        <source>Delete collection “{title}”</source>
        <translation>Удалить коллекцию «{title}»</translation>
    </message>
    <message>
        <source>Merge tag “{title}”</source>
        <translation>Объединить метку «{title}»</translation>
    </message>
    <message>
        <source>Remove tag “{title}”</source>
        <translation>Удалить метку «{title}»</translation>
    </message>
    <message>
        <source>Rename tag “{title}”</source>
        <translation>Переименовать метку «{title}»</translation>
    </message>
    <message>
        <source>Upload picture “{title}”</source>
        <translation>Загрузить изображение «{title}»</translation>
    </message>
    <message>
        <source>Describe picture “{title}”</source>
        <translation>Описать изображение «{title}»</translation>
    </message>
    <message>
        <source>Delete picture “{title}”</source>
        <translation>Удалить изображение «{title}»</translation>
    </message>
    <message>
        <source>Take back a “not duplicates”</source>
        <translation>Отменить пометку «не дубликаты»</translation>
    </message>
    <message>
        <source>Enable language “{detail}”</source>
        <translation>Включить язык «{detail}»</translation>
    </message>
    <message>
        <source>Change language “{detail}”</source>
        <translation>Изменить язык «{detail}»</translation>
    </message>
    <message>
        <source>Disable language “{detail}”</source>
        <translation>Отключить язык «{detail}»</translation>
    </message>
    <message>
        <source>Change settings of “{title}”</source>
        <translation>Изменить настройки «{title}»</translation>
    </message>
    <message>
        <source>Create location “{title}”</source>
        <translation>Создать склад «{title}»</translation>
    </message>
    <message>
        <source>Change location “{title}”</source>
        <translation>Изменить склад «{title}»</translation>
    </message>
    <message>
        <source>Close location “{title}”</source>
        <translation>Закрыть склад «{title}»</translation>
    </message>
    <message>
        <source>Open location “{title}” again</source>
        <translation>Снова открыть склад «{title}»</translation>
    </message>
    <message>
        <source>Change price list “{title}”</source>
        <translation>Изменить прайс-лист «{title}»</translation>
    </message>
    <message>
        <source>Rename price list “{title}”</source>
        <translation>Переименовать прайс-лист «{title}»</translation>
    </message>
    <message>
        <source>Change prices of price list “{title}”</source>
        <translation>Изменить цены прайс-листа «{title}»</translation>
    </message>
    <message>
        <source>Create price list “{title}”</source>
        <translation>Создать прайс-лист «{title}»</translation>
    </message>
    <message>
        <source>Move price list “{title}” to the trash</source>
        <translation>Переместить прайс-лист «{title}» в корзину</translation>
    </message>
    <message>
        <source>Restore price list “{title}”</source>
        <translation>Восстановить прайс-лист «{title}»</translation>
    </message>
    <message>
        <source>Say that “{title}” is no duplicate</source>
        <translation>Пометка: «{title}» — не дубликат</translation>
    </message>
</context>
<context>
    <name>StockCard</name>
    <message>
        <source>Stock value</source>
        <translation>Стоимость остатков</translation>
    </message>
    <message>
        <source>at cost, 30 days</source>
        <translation>по себестоимости, 30 дней</translation>
    </message>
    <message>
        <source>at cost</source>
        <translation>по себестоимости</translation>
    </message>
    <message>
        <source>Give variants a cost and a stock, and their value is added up here.</source>
        <translation>Укажите у вариантов себестоимость и остаток, и здесь появится их сумма.</translation>
    </message>
    <message>
        <source>and {amounts}</source>
        <translation>и {amounts}</translation>
    </message>
</context>
<context>
    <name>StockPanel</name>
    <message>
        <source>On hand {on_hand} · reserved {reserved} · available {available}</source>
        <translation>В наличии {on_hand} · в резерве {reserved} · доступно {available}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Add or take away</source>
        <translation>Изменить на</translation>
    </message>
    <message>
        <source>+12 or -3</source>
        <translation>+12 или -3</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Переместить</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Движения</translation>
    </message>
</context>
<context>
    <name>StockReasons</name>
    <message>
        <source>Correction</source>
        <translation>Исправление</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Поступление</translation>
    </message>
    <message>
        <source>Stocktaking</source>
        <translation>Инвентаризация</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Брак</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Sold elsewhere</source>
        <translation>Продано в другом месте</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Перемещение</translation>
    </message>
    <message>
        <source>First stock</source>
        <translation>Начальный остаток</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
</context>
<context>
    <name>StockTab</name>
    <message>
        <source>Stock can be adjusted once the product is saved.</source>
        <translation>Остаток можно менять после сохранения товара.</translation>
    </message>
    <message>
        <source>On hand at {place}</source>
        <translation>В наличии, склад «{place}»</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>В наличии</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Add or take away</source>
        <translation>Изменить на</translation>
    </message>
    <message>
        <source>+12 or -3</source>
        <translation>+12 или -3</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Движения</translation>
    </message>
    <message>
        <source>Stock of each variant</source>
        <translation>Остатки вариантов</translation>
    </message>
</context>
<context>
    <name>StocktakeController</name>
    <message numerus="yes">
        <source>%Ln article(s) corrected</source>
        <translation>
            <numerusform>исправлен %Ln товар</numerusform>
            <numerusform>исправлено %Ln товара</numerusform>
            <numerusform>исправлено %Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody counted on meanwhile. Look through the differences again.</source>
        <translation>Пока вы проверяли, кто-то продолжил счёт. Просмотрите расхождения ещё раз.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln counted article(s) will be forgotten. Stock stays as it is.</source>
        <translation>
            <numerusform>%Ln посчитанный товар будет забыт. Остатки не изменятся.</numerusform>
            <numerusform>%Ln посчитанных товара будут забыты. Остатки не изменятся.</numerusform>
            <numerusform>%Ln посчитанных товаров будут забыты. Остатки не изменятся.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on counting</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Cancel stocktake</source>
        <translation>Отменить инвентаризацию</translation>
    </message>
    <message>
        <source>Cancel stocktake {number}?</source>
        <translation>Отменить инвентаризацию {number}?</translation>
    </message>
</context>
<context>
    <name>TableColumns</name>
    <message>
        <source>{column} (no room now)</source>
        <translation>{column} (сейчас нет места)</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Сдвинуть влево</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Сдвинуть вправо</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Вернуть обычные столбцы</translation>
    </message>
    <message>
        <source>Hide “{column}”</source>
        <translation>Скрыть «{column}»</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Choose one tag to see its names.</source>
        <translation>Выберите одну метку, чтобы увидеть её названия.</translation>
    </message>
    <message>
        <source>Products carry the {language} name; readers of other languages see theirs.</source>
        <translation>В товарах стоит название на основном языке ({language}); на других языках читатели видят своё.</translation>
    </message>
    <message>
        <source>History of the tag</source>
        <translation>История метки</translation>
    </message>
    <message>
        <source>Name · {language}</source>
        <translation>Название · {language}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Address · {language}</source>
        <translation>Адрес · {language}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
</context>
<context>
    <name>TagsPane</name>
    <message>
        <source>“{was}” is now “{name}”</source>
        <translation>«{was}» теперь «{name}»</translation>
    </message>
    <message>
        <source>Merge into “{name}”?</source>
        <translation>Объединить в «{name}»?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Merged into “{name}”</source>
        <translation>Объединено в «{name}»</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) changed</source>
        <translation>
            <numerusform>изменён %Ln товар</numerusform>
            <numerusform>изменено %Ln товара</numerusform>
            <numerusform>изменено %Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln unused tag(s)?</source>
        <translation>
            <numerusform>Удалить %Ln неиспользуемую метку?</numerusform>
            <numerusform>Удалить %Ln неиспользуемые метки?</numerusform>
            <numerusform>Удалить %Ln неиспользуемых меток?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unused tag(s) removed</source>
        <translation>
            <numerusform>Удалена %Ln неиспользуемая метка</numerusform>
            <numerusform>Удалены %Ln неиспользуемые метки</numerusform>
            <numerusform>Удалено %Ln неиспользуемых меток</numerusform>
        </translation>
    </message>
    <message>
        <source>Into “{name}”</source>
        <translation>В «{name}»</translation>
    </message>
    <message>
        <source>Choose two or more tags; the last one clicked stays.</source>
        <translation>Выберите две или больше меток; останется та, что выбрана последней.</translation>
    </message>
    <message>
        <source>No such tag</source>
        <translation>Такой метки нет</translation>
    </message>
    <message>
        <source>No tag has these letters in it.</source>
        <translation>Нет меток с такими буквами.</translation>
    </message>
    <message>
        <source>Tags appear here as soon as products carry some. Type them in the product editor.</source>
        <translation>Метки появятся здесь, как только будут у товаров. Их вводят в редакторе товара.</translation>
    </message>
    <message>
        <source>No tags yet</source>
        <translation>Меток пока нет</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Найти метку</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Remove unused</source>
        <translation>Удалить неиспользуемые</translation>
    </message>
    <message>
        <source>TAG</source>
        <translation>МЕТКА</translation>
    </message>
    <message>
        <source>PRODUCTS</source>
        <translation>ТОВАРЫ</translation>
    </message>
    <message>
        <source>{names} will be replaced by “{name}” in every product that carries them. Undo takes them apart again.</source>
        <translation>{names}: во всех товарах будет «{name}». Отмена снова разделит метки.</translation>
    </message>
    <message>
        <source>No product carries them. They go to the trash with their translations.</source>
        <translation>Их нет ни у одного товара. Они попадут в корзину вместе с переводами.</translation>
    </message>
</context>
<context>
    <name>TargetChooser</name>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Nothing found. Try another word, or type an address such as /about.</source>
        <translation>Ничего не найдено. Попробуйте другое слово или введите адрес, например /about.</translation>
    </message>
</context>
<context>
    <name>TextCounts</name>
    <message>
        <source>Texts to change: %1</source>
        <translation>Изменится текстов: %1</translation>
    </message>
    <message>
        <source>original changed: %1</source>
        <translation>оригинал изменился: %1</translation>
    </message>
    <message>
        <source>as they are: %1</source>
        <translation>без изменений: %1</translation>
    </message>
    <message>
        <source>not translated: %1</source>
        <translation>не переведено: %1</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>неизвестных: %1</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>не принято: %1</translation>
    </message>
</context>
<context>
    <name>TextFiles</name>
    <message>
        <source>Translated texts (*.xlf *.xliff *.csv *.tsv *.txt)</source>
        <translation>Переведённые тексты (*.xlf *.xliff *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Choose translated texts</source>
        <translation>Выберите переведённые тексты</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Texts into a file for translators</source>
        <translation>Тексты в файл для переводчиков</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Translated texts back into the shop</source>
        <translation>Переведённые тексты обратно в магазин</translation>
    </message>
</context>
<context>
    <name>TextsDialog</name>
    <message>
        <source>This failed because of a fault in the program. Nothing half-done was kept.</source>
        <translation>Не получилось из-за ошибки в программе. Ничего незаконченного не осталось.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>TextsExportDialog</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>Таблица (*.csv)</translation>
    </message>
    <message>
        <source>XLIFF (*.xlf *.xliff)</source>
        <translation>XLIFF (*.xlf *.xliff)</translation>
    </message>
    <message>
        <source>Export texts</source>
        <translation>Экспорт текстов</translation>
    </message>
    <message>
        <source>There is nothing to translate: all of it is done.</source>
        <translation>Переводить нечего: всё готово.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) written to %1.</source>
        <translation>
            <numerusform>В файл %1 записан %Ln текст.</numerusform>
            <numerusform>В файл %1 записано %Ln текста.</numerusform>
            <numerusform>В файл %1 записано %Ln текстов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Texts for translators</source>
        <translation>Тексты для переводчиков</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Pages and posts with their blocks</source>
        <translation>Страницы и записи с блоками</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Pictures: titles and descriptions</source>
        <translation>Изображения: названия и описания</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>XLIFF 1.2, for most programs</source>
        <translation>XLIFF 1.2 — для большинства программ</translation>
    </message>
    <message>
        <source>XLIFF 2.0</source>
        <translation>XLIFF 2.0</translation>
    </message>
    <message>
        <source>Table (CSV) with commas</source>
        <translation>Таблица (CSV) с запятыми</translation>
    </message>
    <message>
        <source>Table (CSV) with semicolons</source>
        <translation>Таблица (CSV) с точками с запятой</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С языка</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>На язык</translation>
    </message>
    <message>
        <source>Texts of</source>
        <translation>Что переводить</translation>
    </message>
    <message>
        <source>Which texts</source>
        <translation>Какие тексты</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>To do is what is not translated, or whose original has changed since.</source>
        <translation>«Осталось» — то, что не переведено или чей оригинал с тех пор изменился.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
</context>
<context>
    <name>TextsImportDialog</name>
    <message numerus="yes">
        <source>Translations of %Ln item(s) imported.</source>
        <translation>
            <numerusform>Импортированы переводы: %Ln объект.</numerusform>
            <numerusform>Импортированы переводы: %Ln объекта.</numerusform>
            <numerusform>Импортированы переводы: %Ln объектов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: translations of %Ln item(s) were imported and kept.</source>
        <translation>
            <numerusform>Остановлено: импортированы переводы %Ln объекта.</numerusform>
            <numerusform>Остановлено: импортированы переводы %Ln объектов.</numerusform>
            <numerusform>Остановлено: импортированы переводы %Ln объектов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out.</source>
        <translation>
            <numerusform>Опущена %Ln.</numerusform>
            <numerusform>Опущено %Ln.</numerusform>
            <numerusform>Опущено %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>This file was not taken</source>
        <translation>Файл не принят</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln item(s)</source>
        <translation>
            <numerusform>Импортировать %Ln объект</numerusform>
            <numerusform>Импортировать %Ln объекта</numerusform>
            <numerusform>Импортировать %Ln объектов</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Импортировать нечего</translation>
    </message>
    <message>
        <source>Translated texts</source>
        <translation>Переведённые тексты</translation>
    </message>
</context>
<context>
    <name>TextsProgressStep</name>
    <message>
        <source>Comparing the texts…</source>
        <translation>Сравнение текстов…</translation>
    </message>
    <message>
        <source>Importing the texts…</source>
        <translation>Импорт текстов…</translation>
    </message>
    <message>
        <source>Writing the texts…</source>
        <translation>Запись текстов…</translation>
    </message>
</context>
<context>
    <name>ThingHistory</name>
    <message>
        <source>History of “{name}”</source>
        <translation>История: «{name}»</translation>
    </message>
    <message>
        <source>Who changed what and when. Whatever is put back is a change of its own.</source>
        <translation>Кто, что и когда изменил. Всё возвращённое — тоже изменение.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>ThingsEditor</name>
    <message>
        <source>Not there any more</source>
        <translation>Больше не существует</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Найти по названию</translation>
    </message>
</context>
<context>
    <name>ThreadPanel</name>
    <message>
        <source>Closed</source>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>In the archive</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплено</translation>
    </message>
    <message>
        <source>Staff only</source>
        <translation>Только сотрудники</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Снять ограничение</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Ограничить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>Магазин</translation>
    </message>
    <message>
        <source>Nobody has replied yet.</source>
        <translation>Пока никто не ответил.</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонён</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>скрыт</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>The discussion</source>
        <translation>Обсуждение</translation>
    </message>
    <message>
        <source>Reply as the shop</source>
        <translation>Ответить от имени магазина</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Only staff can reply</source>
        <translation>Отвечать могут только сотрудники</translation>
    </message>
    <message>
        <source>Stands first in its category</source>
        <translation>Стоит первой в своей категории</translation>
    </message>
    <message>
        <source>Nobody can reply to a closed discussion</source>
        <translation>На закрытое обсуждение нельзя ответить</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать подробности</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>TranslationFields</name>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Краткое описание</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Title in search results</source>
        <translation>Заголовок в поиске</translation>
    </message>
    <message>
        <source>Description in search results</source>
        <translation>Описание в поиске</translation>
    </message>
</context>
<context>
    <name>TranslationsPage</name>
    <message>
        <source>Save translation and go on</source>
        <translation>Сохранить перевод и перейти дальше</translation>
    </message>
    <message>
        <source>Save translation and go back</source>
        <translation>Сохранить перевод и вернуться</translation>
    </message>
    <message>
        <source>{filled} of {wanted} fields</source>
        <translation>Полей: {filled} из {wanted}</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Всё готово</translation>
    </message>
    <message>
        <source>Everything of this kind is translated and up to date.</source>
        <translation>Всё этого вида переведено и не устарело.</translation>
    </message>
    <message>
        <source>Nothing to translate</source>
        <translation>Переводить нечего</translation>
    </message>
    <message>
        <source>There is nothing of this kind in the shop yet.</source>
        <translation>В магазине пока нет ничего такого.</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Переводы</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Все тексты</translation>
    </message>
    <message>
        <source>To do or all</source>
        <translation>Осталось или все</translation>
    </message>
    <message>
        <source>What is to be translated</source>
        <translation>Что нужно перевести</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>нет перевода</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>устарел</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>частично</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>The original has changed</source>
        <translation>Оригинал изменился</translation>
    </message>
    <message>
        <source>Still fits</source>
        <translation>Всё ещё верно</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Сохранить и дальше</translation>
    </message>
    <message>
        <source>Ctrl+Enter; back with Ctrl+Shift+Enter</source>
        <translation>Ctrl+Enter; назад — Ctrl+Shift+Enter</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Добавить язык</translation>
    </message>
    <message>
        <source>The shop speaks one language</source>
        <translation>Магазин говорит на одном языке</translation>
    </message>
    <message>
        <source>With a second one, everything that is not translated yet is listed here.</source>
        <translation>С появлением второго здесь будет всё, что ещё не переведено.</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Ничего не выбрано</translation>
    </message>
    <message>
        <source>Choose at the left what to translate.</source>
        <translation>Выберите слева, что переводить.</translation>
    </message>
</context>
<context>
    <name>TrashKinds</name>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Коллекция</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Page or post</source>
        <translation>Страница или запись</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Прайс-лист</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Restored: {names}</source>
        <translation>Восстановлено: {names}</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln thing(s) for good?</source>
        <translation>
            <numerusform>Удалить %Ln объект навсегда?</numerusform>
            <numerusform>Удалить %Ln объекта навсегда?</numerusform>
            <numerusform>Удалить %Ln объектов навсегда?</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} will be gone with everything that belongs to them. This cannot be undone.</source>
        <translation>{names} — исчезнет всё, что к этому относится. Отменить это нельзя.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Удалить навсегда</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) deleted for good</source>
        <translation>
            <numerusform>%Ln объект удалён навсегда</numerusform>
            <numerusform>%Ln объекта удалены навсегда</numerusform>
            <numerusform>%Ln объектов удалено навсегда</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left in the trash</source>
        <translation>
            <numerusform>%Ln остался в корзине</numerusform>
            <numerusform>%Ln остались в корзине</numerusform>
            <numerusform>%Ln осталось в корзине</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>ещё %Ln</numerusform>
            <numerusform>ещё %Ln</numerusform>
            <numerusform>ещё %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Nothing in the trash has these letters in it.</source>
        <translation>В корзине нет ничего с такими буквами.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Корзина пуста</translation>
    </message>
    <message>
        <source>the latest {count}</source>
        <translation>последние {count}</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Find in the trash</source>
        <translation>Найти в корзине</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Удалить навсегда…</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>Очистить корзину…</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>НАЗВАНИЕ</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>ВИД</translation>
    </message>
    <message>
        <source>DELETED</source>
        <translation>УДАЛЕНО</translation>
    </message>
    <message>
        <source>Deleted products, pages and posts, categories, collections, tags and pictures wait here.</source>
        <translation>Здесь ждут удалённые товары, страницы и записи, категории, коллекции, метки и изображения.</translation>
    </message>
</context>
<context>
    <name>TypeChooser</name>
    <message>
        <source>Add a block</source>
        <translation>Добавить блок</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Types of blocks</source>
        <translation>Виды блоков</translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>Undo: {step}</source>
        <translation>Отменить: {step}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Повторить: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Отменено: {step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>Повторено: {step}</translation>
    </message>
    <message>
        <source>{step}: {done} of {total} so far</source>
        <translation>{step}: {done} из {total}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stopped. What was taken back stays so; Undo or Redo goes on from there.</source>
        <translation>Остановлено. Сделанное остаётся; отмена или повтор продолжат с этого места.</translation>
    </message>
    <message>
        <source>Undo did not work. Nothing was changed.</source>
        <translation>Отменить не удалось. Ничего не изменено.</translation>
    </message>
</context>
<context>
    <name>UndoNotice</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Undo did not work. Nothing was changed.</source>
        <translation>Отменить не удалось. Ничего не изменено.</translation>
    </message>
</context>
<context>
    <name>UploadBar</name>
    <message numerus="yes">
        <source>%Ln file(s) were not taken in</source>
        <translation>
            <numerusform>%Ln файл не принят</numerusform>
            <numerusform>%Ln файла не приняты</numerusform>
            <numerusform>%Ln файлов не приняты</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading {place} of {total}: {name}</source>
        <translation>Загрузка {place} из {total}: {name}</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Что-то пошло не так.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more file(s)</source>
        <translation>
            <numerusform>и ещё %Ln файл</numerusform>
            <numerusform>и ещё %Ln файла</numerusform>
            <numerusform>и ещё %Ln файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Progress of the upload</source>
        <translation>Ход загрузки</translation>
    </message>
</context>
<context>
    <name>VariantGridModel</name>
    <message numerus="yes">
        <source>%Ln variant(s)</source>
        <translation>
            <numerusform>%Ln вариант</numerusform>
            <numerusform>%Ln варианта</numerusform>
            <numerusform>%Ln вариантов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VariantsTab</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n вариант</numerusform>
            <numerusform>%n варианта</numerusform>
            <numerusform>%n вариантов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>◤ %n unsaved</source>
        <translation>
            <numerusform>◤ %n не сохранено</numerusform>
            <numerusform>◤ %n не сохранено</numerusform>
            <numerusform>◤ %n не сохранено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) to fix</source>
        <translation>
            <numerusform>исправить %n ячейку</numerusform>
            <numerusform>исправить %n ячейки</numerusform>
            <numerusform>исправить %n ячеек</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Range {rows} × {columns}  ·  Ctrl+D fills down</source>
        <translation>Диапазон {rows} × {columns}  ·  Ctrl+D заполняет вниз</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet: click a cell, Ctrl+V</source>
        <translation>Вставка из таблицы: щёлкните ячейку, Ctrl+V</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себест.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
    <message>
        <source>When sold out</source>
        <translation>При нуле</translation>
    </message>
    <message>
        <source>Stop selling</source>
        <translation>Не продавать</translation>
    </message>
    <message>
        <source>Keep selling</source>
        <translation>Продавать дальше</translation>
    </message>
    <message>
        <source>{column} after</source>
        <translation>{column}: станет</translation>
    </message>
    <message>
        <source>{n} to fix</source>
        <translation>{n} исправить</translation>
    </message>
    <message>
        <source>{n} out</source>
        <translation>{n} нет</translation>
    </message>
    <message>
        <source>{n} low</source>
        <translation>{n} мало</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Группировка</translation>
    </message>
    <message>
        <source>Tick all variants</source>
        <translation>Отметить все варианты</translation>
    </message>
    <message>
        <source>Ticks of variants (Space)</source>
        <translation>Отметки вариантов (пробел)</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Add variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Loading {n} of {m} variants…</source>
        <translation>Загружено вариантов: {n} из {m}…</translation>
    </message>
</context>
<context>
    <name>VerdictPane</name>
    <message numerus="yes">
        <source>These %Ln product(s) may be found as duplicates again</source>
        <translation>
            <numerusform>Этот %Ln товар снова может найтись как дубликат</numerusform>
            <numerusform>Эти %Ln товара снова могут найтись как дубликаты</numerusform>
            <numerusform>Эти %Ln товаров снова могут найтись как дубликаты</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln товар</numerusform>
            <numerusform>%Ln товара</numerusform>
            <numerusform>%Ln товаров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the trash</source>
        <translation>
            <numerusform>%Ln в корзине</numerusform>
            <numerusform>%Ln в корзине</numerusform>
            <numerusform>%Ln в корзине</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Снять пометку</translation>
    </message>
    <message>
        <source>They may be found as duplicates again</source>
        <translation>Эти товары снова смогут найтись как дубликаты</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Показать раньше</translation>
    </message>
    <message>
        <source>Nothing was told apart yet</source>
        <translation>Пометок пока нет</translation>
    </message>
    <message>
        <source>Groups of which you said that they are no duplicates stand here and can be taken back.</source>
        <translation>Здесь стоят группы товаров, помеченные как «не дубликаты». Пометку можно снять.</translation>
    </message>
    <message>
        <source>Products that are no duplicates</source>
        <translation>Товары, которые не дубликаты</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Все изменения</translation>
    </message>
    <message>
        <source>None yet: they begin once the text is saved.</source>
        <translation>Пока нет: они появятся, когда текст будет сохранён.</translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>There is a draft: save or discard it before you go back to a version.</source>
        <translation>Есть черновик: сохраните или отбросьте его, прежде чем вернуться к версии.</translation>
    </message>
    <message>
        <source>The text is as it was then.</source>
        <translation>Текст такой же, каким был тогда.</translation>
    </message>
    <message>
        <source>All languages go back to how they were then. It can be undone.</source>
        <translation>Все языки станут такими, какими были тогда. Это можно отменить.</translation>
    </message>
    <message>
        <source>Versions of “{name}”</source>
        <translation>Версии «{name}»</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Чем отличается</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Показать раньше</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Вернуть эту версию</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>Что изменено</translation>
    </message>
    <message>
        <source>From then to now</source>
        <translation>С тех пор</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Рядом</translation>
    </message>
</context>
<context>
    <name>ViewNamePanel</name>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Название вида</translation>
    </message>
</context>
<context>
    <name>WelcomePanel</name>
    <message>
        <source>What is your shop called?</source>
        <translation>Как называется ваш магазин?</translation>
    </message>
    <message>
        <source>This did not work. Nothing was lost; try again or skip.</source>
        <translation>Не получилось. Ничего не потеряно: повторите или пропустите.</translation>
    </message>
    <message>
        <source>Step {number} of {steps}</source>
        <translation>Шаг {number} из {steps}</translation>
    </message>
    <message>
        <source>Welcome! What is your shop called?</source>
        <translation>Добро пожаловать! Как называется ваш магазин?</translation>
    </message>
    <message>
        <source>What do you begin with?</source>
        <translation>С чего начнём?</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>You can change it later in the settings; money and language while the shop is empty.</source>
        <translation>Всё можно изменить позже в настройках; валюту и язык — пока магазин пуст.</translation>
    </message>
    <message>
        <source>All of it stays on this computer.</source>
        <translation>Всё остаётся на этом компьютере.</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>Название магазина</translation>
    </message>
    <message>
        <source>Language of your products</source>
        <translation>Язык товаров</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>A demo shop: 60 invented products to look around with</source>
        <translation>Демо-магазин: 60 вымышленных товаров, чтобы осмотреться</translation>
    </message>
    <message>
        <source>My products from a Shopify file (CSV)</source>
        <translation>Мои товары из файла Shopify (CSV)</translation>
    </message>
    <message>
        <source>An empty shop</source>
        <translation>Пустой магазин</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>Открыть магазин</translation>
    </message>
    <message>
        <source>The import shows row by row what it will do before anything is written.</source>
        <translation>Импорт построчно покажет, что сделает, прежде чем что-либо записать.</translation>
    </message>
    <message>
        <source>Ctrl+K finds every action, product and setting; F1 shows all shortcuts.</source>
        <translation>Ctrl+K находит любое действие, товар и настройку; F1 — все сочетания клавиш.</translation>
    </message>
</context>
<context>
    <name>WithoutFilterBox</name>
    <message>
        <source>image</source>
        <translation>фото</translation>
    </message>
    <message>
        <source>price</source>
        <translation>цены</translation>
    </message>
    <message>
        <source>category</source>
        <translation>категории</translation>
    </message>
    <message>
        <source>Without image</source>
        <translation>Без фото</translation>
    </message>
    <message>
        <source>Without price</source>
        <translation>Без цены</translation>
    </message>
    <message>
        <source>Without category</source>
        <translation>Без категории</translation>
    </message>
</context>
</TS>
