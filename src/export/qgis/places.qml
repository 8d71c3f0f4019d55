<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis hasScaleBasedVisibilityFlag="0" labelsEnabled="1" maxScale="0" minScale="100000000" simplifyAlgorithm="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" symbologyReferenceScale="-1" version="3.22.16-Białowieża">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 attr="type" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="Town" render="true" symbol="0" value="town" />
   <category label="Village" render="true" symbol="1" value="village" />
   <category label="Guard post (karun)" render="true" symbol="2" value="guard-post" />
   <category label="Temple" render="true" symbol="3" value="temple" />
   <category label="Monument" render="true" symbol="4" value="monument" />
   <category label="Pass" render="true" symbol="5" value="pass" />
   <category label="Mountain" render="true" symbol="6" value="mountain" />
   <category label="Mountain range" render="true" symbol="7" value="range" />
   <category label="Hill" render="true" symbol="8" value="hill" />
   <category label="Gorge" render="true" symbol="9" value="gorge" />
   <category label="Badlands" render="true" symbol="10" value="badlands" />
   <category label="Plain" render="true" symbol="11" value="plain" />
   <category label="Lake" render="true" symbol="12" value="lake" />
   <category label="River" render="true" symbol="13" value="river" />
   <category label="River source" render="true" symbol="14" value="river-source" />
   <category label="River mouth" render="true" symbol="15" value="river-mouth" />
   <category label="Spring" render="true" symbol="16" value="spring" />
   <category label="Oasis" render="true" symbol="17" value="oasis" />
   <category label="Locality" render="true" symbol="18" value="locality" />
   <category label="Region" render="true" symbol="19" value="region" />
   <category label="Other place" render="true" symbol="20" value="" />
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,255,255,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="outline_color" v="34,34,34,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.4" />
     <prop k="size" v="2.4" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.4*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="34,34,34,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="outline_color" v="34,34,34,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.1" />
     <prop k="size" v="0.9" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="0.375*(2.4*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1)))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,255,255,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="outline_color" v="34,34,34,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.35" />
     <prop k="size" v="1.5" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.5*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="10" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,0,0,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="cross" />
     <prop k="outline_color" v="122,74,30,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.4" />
     <prop k="size" v="1.6" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.6*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="11" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,255,255,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="square" />
     <prop k="outline_color" v="119,119,119,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.3" />
     <prop k="size" v="1.6" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.6*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="12" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="42,111,168,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.2" />
     <prop k="size" v="2.1" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.1*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="13" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,255,255,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="outline_color" v="42,111,168,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.4" />
     <prop k="size" v="1.6" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.6*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="14" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="42,111,168,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="triangle" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.2" />
     <prop k="size" v="1.8" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.8*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="15" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="angle" v="180" />
     <prop k="cap_style" v="square" />
     <prop k="color" v="42,111,168,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="triangle" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.2" />
     <prop k="size" v="1.8" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.8*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="16" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,255,255,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="outline_color" v="42,111,168,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.25" />
     <prop k="size" v="2" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.0*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="42,111,168,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="outline_color" v="42,111,168,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.1" />
     <prop k="size" v="0.8" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="0.4*(2.0*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1)))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="17" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="60,141,64,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.2" />
     <prop k="size" v="1.9" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.9*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="18" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="119,119,119,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.15" />
     <prop k="size" v="1.3" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.3*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="19" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="angle" v="45" />
     <prop k="cap_style" v="square" />
     <prop k="color" v="221,221,221,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="square" />
     <prop k="outline_color" v="119,119,119,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.2" />
     <prop k="size" v="1.6" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.6*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="163,52,31,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="pentagon" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.2" />
     <prop k="size" v="2.4" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.4*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="20" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,255,255,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="outline_color" v="119,119,119,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.3" />
     <prop k="size" v="1.3" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.3*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="184,134,11,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="octagon" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.2" />
     <prop k="size" v="1.9" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.9*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="4" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="angle" v="90" />
     <prop k="cap_style" v="square" />
     <prop k="color" v="184,134,11,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="half_square" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.2" />
     <prop k="size" v="2" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.0*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="5" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="angle" v="90" />
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,0,0,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="half_arc" />
     <prop k="offset" v="0,0.94999999999999996" />
     <prop k="outline_color" v="122,74,30,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.45" />
     <prop k="size" v="2" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="'0'|| ',' || tostring(0.475*(2.0*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))))" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.0*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="angle" v="-90" />
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,0,0,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="half_arc" />
     <prop k="offset" v="0,0.94999999999999996" />
     <prop k="outline_color" v="122,74,30,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.45" />
     <prop k="size" v="2" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="offset" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="'0'|| ',' || tostring(0.475*(2.0*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))))" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.0*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="6" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="122,74,30,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="triangle" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.2" />
     <prop k="size" v="2.1" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.1*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="7" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,255,255,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="triangle" />
     <prop k="outline_color" v="122,74,30,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.4" />
     <prop k="size" v="2.3" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.3*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="8" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="181,129,79,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="triangle" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.15" />
     <prop k="size" v="1.5" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.5*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="9" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true" />
        <Option name="expression" type="QString" value="case when &quot;certainty&quot;='uncertain' then 60 when &quot;certainty&quot;='less-certain' then 80 else 100 end" />
        <Option name="type" type="int" value="3" />
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,0,0,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="cross2" />
     <prop k="outline_color" v="122,74,30,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.4" />
     <prop k="size" v="1.5" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.5*if(&quot;place_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <rotation />
  <sizescale />
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="replace(coalesce(nullif(attribute(@karun_label),''),&quot;name&quot;),'’','''')" fontFamily="Noto Sans CJK SC" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="7.5" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" isExpression="1" legendString="Aa" multilineHeight="1" namedStyle="Regular" previewBkgrdColor="255,255,255,255" textColor="34,34,34,255" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
    <families />
    <text-buffer bufferBlendMode="0" bufferColor="255,255,255,255" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="0.84999999999999998" bufferSize="0.69999999999999996" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferSizeUnits="MM" />
    <text-mask maskEnabled="0" maskJoinStyle="128" maskOpacity="1" maskSize="1.5" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskSizeUnits="MM" maskType="0" maskedSymbolLayers="" />
    <background shapeBlendMode="0" shapeBorderColor="128,128,128,255" shapeBorderWidth="0" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0" shapeBorderWidthUnit="MM" shapeDraw="0" shapeFillColor="255,255,255,255" shapeJoinStyle="64" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeOffsetUnit="MM" shapeOffsetX="0" shapeOffsetY="0" shapeOpacity="1" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeRadiiUnit="MM" shapeRadiiX="0" shapeRadiiY="0" shapeRotation="0" shapeRotationType="0" shapeSVGFile="" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeSizeType="0" shapeSizeUnit="MM" shapeSizeX="0" shapeSizeY="0" shapeType="0">
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="fillSymbol" type="fill">
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">
       <prop k="color" v="255,255,255,255" />
       <prop k="joinstyle" v="bevel" />
       <prop k="outline_color" v="128,128,128,255" />
       <prop k="outline_style" v="no" />
       <prop k="outline_width" v="0" />
       <prop k="style" v="solid" />
      </layer>
     </symbol>
    </background>
    <substitutions />
   </text-style>
   <text-format addDirectionSymbol="0" autoWrapLength="0" decimals="3" formatNumbers="0" leftDirectionSymbol="&lt;" multilineAlign="3" placeDirectionSymbol="0" plussign="0" reverseDirectionSymbol="0" rightDirectionSymbol="&gt;" useMaxLineLengthForAutoWrap="1" wrapChar="" />
   <placement centroidInside="0" centroidWhole="0" dist="0.5" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" offsetType="1" offsetUnits="MM" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="6" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0" />
   <rendering displayAll="0" drawLabels="1" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleMax="0" scaleMin="0" scaleVisibility="0" unplacedVisibility="0" upsidedownLabels="0" zIndex="0" />
   <dd_properties>
    <Option type="Map">
     <Option name="name" type="QString" value="" />
     <Option name="properties" type="Map">
      <Option name="Bold" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="&quot;type&quot;='town' and &quot;certainty&quot;='certain'" />
       <Option name="type" type="int" value="3" />
      </Option>
      <Option name="Color" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="case when &quot;type&quot; in ('lake','river','river-source','river-mouth','spring') then '#2a6fa8' when &quot;type&quot; in ('mountain','range','hill','pass','gorge','badlands') then '#6b3f17' when &quot;type&quot; = 'guard-post' then '#8a2412' when &quot;type&quot; in ('region','plain','locality') then '#555555' else '#222222' end" />
       <Option name="type" type="int" value="3" />
      </Option>
      <Option name="FontOpacity" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="case when &quot;certainty&quot; = 'uncertain' then 72 when &quot;certainty&quot; = 'less-certain' then 86 else 100 end" />
       <Option name="type" type="int" value="3" />
      </Option>
      <Option name="Italic" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="&quot;type&quot; in ('lake','river','river-source','river-mouth','spring','range','region')" />
       <Option name="type" type="int" value="3" />
      </Option>
      <Option name="Priority" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="case when &quot;type&quot; = 'town' then 9 when &quot;type&quot; in ('lake','range') then 7 when &quot;type&quot; = 'guard-post' then 6 when &quot;type&quot; in ('pass','mountain') then 5 else 3 end - case when &quot;certainty&quot; = 'uncertain' then 2 when &quot;certainty&quot; = 'less-certain' then 1 else 0 end" />
       <Option name="type" type="int" value="3" />
      </Option>
      <Option name="Show" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="coalesce(@map_scale &lt;= case when &quot;type&quot; in ('town','lake','range','region') then 30000000 when &quot;type&quot; in ('guard-post','pass','mountain','river') then 6000000 else 3000000 end, true)" />
       <Option name="type" type="int" value="3" />
      </Option>
      <Option name="Size" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="case when &quot;type&quot; in ('town','range') then 8.5 when &quot;type&quot; = 'region' then 9 when &quot;type&quot; = 'lake' then 8 else 7.5 end" />
       <Option name="type" type="int" value="3" />
      </Option>
     </Option>
     <Option name="type" type="QString" value="collection" />
    </Option>
   </dd_properties>
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <aliases>
  <alias field="fid" index="0" name="" />
  <alias field="place_id" index="1" name="Place" />
  <alias field="name" index="2" name="Name" />
  <alias field="name_zh_hans" index="3" name="Chinese, simplified" />
  <alias field="name_zh_hant" index="4" name="Chinese, traditional" />
  <alias field="name_pinyin" index="5" name="Pinyin" />
  <alias field="name_ru" index="6" name="Russian" />
  <alias field="names_all" index="7" name="All names" />
  <alias field="type" index="8" name="Type" />
  <alias field="district" index="9" name="District" />
  <alias field="side" index="10" name="Side of the line" />
  <alias field="verdict" index="11" name="Certainty of the side" />
  <alias field="distance_m" index="12" name="Distance from the line (m)" />
  <alias field="certainty" index="13" name="Certainty of the position" />
  <alias field="accuracy_m" index="14" name="Accuracy of the position (m)" />
  <alias field="summary" index="15" name="Summary" />
  <alias field="source" index="16" name="Source" />
 </aliases>
 <mapTip>&lt;b&gt;[% "name" %]&lt;/b&gt; [% "name_zh_hant" %] [% "name_pinyin" %] [% "name_ru" %]&lt;br&gt;[% "type" %], [% "certainty" %]&lt;br&gt;[% coalesce("summary",'') %]&lt;br&gt;&lt;i&gt;[% coalesce("source",'') %]&lt;/i&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
